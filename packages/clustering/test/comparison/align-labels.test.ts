import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignLabels } from '../../src/index.js'

const clusters = fc.integer({ min: -1, max: 4 })
const rows = fc.array(fc.tuple(clusters, clusters), { minLength: 1, maxLength: 40 })

/** The most rows that any renumbering keeps: every one-to-one renumbering is tried. */
function mostKept(before: readonly number[], after: readonly number[]): number {
  const tried = (cluster: number, free: readonly number[]): number => {
    if (cluster > 4) return 0
    return Math.max(
      ...free.map((number) => {
        const kept = after.filter((label, row) => label === cluster && before[row] === number).length
        return (
          kept +
          tried(
            cluster + 1,
            free.filter((each) => each !== number),
          )
        )
      }),
    )
  }
  return tried(0, [0, 1, 2, 3, 4])
}

test('clusters that were only renamed get their numbers back', () => {
  expect(alignLabels([0, 0, 1, 2], [2, 2, 0, 1])).toEqual({
    labels: Int32Array.of(0, 0, 1, 2),
    numbers: Int32Array.of(1, 2, 0),
    compared: 4,
    kept: 4,
  })
})

test('the larger part of a cluster torn in two keeps its number, the other takes a new one', () => {
  expect(alignLabels([0, 0, 0, 1, 1], [1, 0, 0, 2, 2])).toEqual({
    labels: Int32Array.of(2, 0, 0, 1, 1),
    numbers: Int32Array.of(0, 2, 1),
    compared: 5,
    kept: 4,
  })
})

test('a number whose cluster is gone is not given to strangers', () => {
  const { labels } = alignLabels([0, 0, 1, -1, -1], [1, 1, 1, 0, 0])
  expect(labels).toEqual(Int32Array.of(0, 0, 0, 2, 2))
})

test('rows without a cluster in either clustering have no say and stay without', () => {
  expect(alignLabels([-1, -1, 1, 0], [0, 0, 1, -1])).toEqual({
    labels: Int32Array.of(2, 2, 1, -1),
    numbers: Int32Array.of(2, 1),
    compared: 1,
    kept: 1,
  })
  expect(alignLabels([-1], [-1])).toEqual({
    labels: Int32Array.of(-1),
    numbers: new Int32Array(0),
    compared: 0,
    kept: 0,
  })
})

test('where two numberings are equally good, clusters stay as they are called', () => {
  expect(alignLabels([0, 0, 1, 1], [0, 1, 0, 1]).numbers).toEqual(Int32Array.of(0, 1))
  expect(alignLabels([1, 1, 0, 0], [0, 1, 0, 1]).numbers).toEqual(Int32Array.of(0, 1))
})

test('no renumbering keeps more rows, and two clusters never become one', () => {
  fc.assert(
    fc.property(rows, (pairs) => {
      const before = pairs.map(([label]) => label)
      const after = pairs.map(([, label]) => label)
      const { labels, numbers, compared, kept } = alignLabels(before, after)
      expect(kept).toBe(mostKept(before, after))
      expect(kept).toBe(labels.filter((label, row) => label >= 0 && label === before[row]).length)
      expect(compared).toBe(pairs.filter(([was, is]) => was >= 0 && is >= 0).length)
      const given = numbers.filter((number) => number >= 0)
      expect(new Set(given).size).toBe(given.length)
      expect(Array.from(labels)).toEqual(after.map((label) => (label < 0 ? -1 : numbers[label])))
      expect(given.length).toBe(new Set(after.filter((label) => label >= 0)).size)
    }),
  )
})

test('aligning what is aligned changes nothing', () => {
  fc.assert(
    fc.property(rows, (pairs) => {
      const before = pairs.map(([label]) => label)
      const { labels } = alignLabels(
        before,
        pairs.map(([, label]) => label),
      )
      expect(alignLabels(before, labels).labels).toEqual(labels)
    }),
  )
})

test('a hundred clusters in another order are found again', () => {
  const before = Array.from({ length: 5000 }, (_, row) => row % 100)
  const { kept } = alignLabels(
    before,
    before.map((label) => (label * 37 + 11) % 100),
  )
  expect(kept).toBe(5000)
})

test.each([
  [[0], [-2], 'alignLabels: after[0] must be between -1 and 65535, got -2'],
  [[70_000], [0], 'alignLabels: before[0] must be between -1 and 65535, got 70000'],
  [[0, 1], [0], 'alignLabels: after.length must be 2, one per row, got 1'],
])('labels %j and %j are refused', (before, after, message) => {
  expect(() => alignLabels(before, after)).toThrow(new RangeError(message))
})
