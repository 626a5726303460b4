import { expect, test } from 'vitest'
import { addTo, emptySums, sumFact, totals } from '../../../src/behaviour/facts/sum-fact.js'
import { blockOf } from './blocks.js'

test('adds the values of each customer, block after block, and those of nobody apart', () => {
  const fact = sumFact(Float64Array.of(1, 2, 4, 8, 16), 2)
  fact.add(blockOf({ who: [0, 1, 0] }))
  fact.add(blockOf({ who: [2, 1] }, 3))
  expect([...fact.result()]).toEqual([5, 18, 8])
})

test('loses no cent to rounding', () => {
  const sums = emptySums(2)
  for (const value of [1e16, 1, -1e16]) addTo(sums, 1, value)
  expect([...totals(sums)]).toEqual([0, 1])
})

test('a sum beyond the range of a number is infinite, not NaN', () => {
  const sums = emptySums(1)
  for (const value of [1e308, 1e308]) addTo(sums, 0, value)
  expect([...totals(sums)]).toEqual([Infinity])
})
