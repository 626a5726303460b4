import { random, rowsOf } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rfm } from '../../src/rfm.js'
import { kmeansCuts } from '../../src/scores/kmeans-cuts.js'
import { scoresOf } from '../../src/scores/scores.js'
import { logOf } from '../order-lines.js'

test('a border lies half-way between the means of two clusters', () => {
  // By hand: the clusters 1 2 3, 40 42 and 90 have means 2, 41 and 90.
  expect(kmeansCuts([90, 1, 42, 3, 40, 2], 3)).toEqual([21.5, 65.5])
})

test('a cluster is where values lie close, however many customers it has', () => {
  const mostlyOnes = [...new Array<number>(95).fill(1), 7, 7.5, 8, 50, 52]
  expect(kmeansCuts(mostlyOnes, 3)).toEqual([4.25, 29.25])
})

test('the last border is repeated when there are fewer different values than bins', () => {
  expect(kmeansCuts([1, 1, 5, 5, 5], 5)).toEqual([3, 3, 3, 3])
  expect(kmeansCuts([4, 4, 4], 4)).toEqual([4, 4, 4])
  expect([...scoresOf([1, 5], kmeansCuts([1, 1, 5], 4), 'highest')]).toEqual([1, 4])
  expect([...scoresOf([4], kmeansCuts([4, 4, 4], 4), 'lowest')]).toEqual([4])
})

test('does not depend on the order of the values', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1 }),
      fc.integer({ min: 2, max: 10 }),
      (some, k) => {
        expect(kmeansCuts([...some].reverse(), k)).toEqual(kmeansCuts(some, k))
      },
    ),
  )
})

test('every value is scored into the cluster whose mean is nearest', () => {
  const draw = random(3)
  const values = Array.from({ length: 400 }, () => Math.round(Math.exp(6 * draw.next()) * 100) / 100)
  const scores = scoresOf(values, kmeansCuts(values, 5), 'highest')
  const means = [1, 2, 3, 4, 5].map((score) => {
    const members = values.filter((_, i) => scores[i] === score)
    return members.reduce((sum, value) => sum + value, 0) / members.length
  })
  values.forEach((value, i) => {
    const distances = means.map((mean) => Math.abs(value - mean))
    expect(distances.indexOf(Math.min(...distances)) + 1).toBe(scores[i])
  })
})

test('cuts a metric of a log', () => {
  const amounts = [1, 2, 3, 40, 42, 90]
  const log = logOf(amounts.map((amount, i) => ({ customer: `c${i}`, order: `o${i}`, time: i, amount })))
  const scored = rfm(log, { asOf: 100, bins: 3, cuts: { monetary: kmeansCuts } })
  expect(scored.cuts.monetary).toEqual([21.5, 65.5])
  expect(rowsOf(scored).map((row) => row['monetaryScore'])).toEqual([1, 1, 1, 2, 2, 3])
})

test('refuses what it cannot cut', () => {
  expect(() => kmeansCuts([], 3)).toThrow(new RangeError('kmeansCuts: values.length must be at least 1, got 0'))
  expect(() => kmeansCuts([1, NaN], 3)).toThrow(new RangeError('kmeansCuts: values[1] must be finite, got NaN'))
  expect(() => kmeansCuts([1], 1)).toThrow(new RangeError('kmeansCuts: bins must be between 2 and 100, got 1'))
})
