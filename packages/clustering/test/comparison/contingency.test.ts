import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkLabels, contingency } from '../../src/comparison/contingency.js'

test('pairs of labels are counted in the order of the labels', () => {
  expect(contingency([7, -1, 7, 7], [3, 3, 2, 3])).toEqual({
    rows: 4,
    firstLabels: Float64Array.of(-1, 7),
    secondLabels: Float64Array.of(2, 3),
    firstSizes: Float64Array.of(1, 3),
    secondSizes: Float64Array.of(1, 3),
    first: Int32Array.of(0, 1, 1),
    second: Int32Array.of(1, 0, 1),
    counts: Float64Array.of(1, 1, 2),
  })
})

test('counts are those of a dictionary of pairs', () => {
  const labels = fc.array(fc.tuple(fc.integer({ min: -2, max: 5 }), fc.integer()), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(labels, (rows) => {
      const expected = new Map<string, number>()
      for (const row of rows) expected.set(row.join(), (expected.get(row.join()) ?? 0) + 1)
      const found = contingency(
        rows.map(([first]) => first),
        rows.map(([, second]) => second),
      )
      const pairs = Array.from(found.counts, (count, pair) => [
        [found.firstLabels[found.first[pair]!], found.secondLabels[found.second[pair]!]].join(),
        count,
      ])
      expect(new Map(pairs as [string, number][])).toEqual(expected)
      expect(pairs.length).toBe(expected.size)
    }),
  )
})

test.each([
  [[0, 1.5], new RangeError('compare: labels[1] must be an integer, got 1.5')],
  [[0, NaN], new RangeError('compare: labels[1] must be an integer, got NaN')],
  [['a'], new TypeError('compare: labels[0] must be an integer, got "a"')],
  [[], new RangeError('compare: labels must hold at least one label, got an array of 0')],
  [undefined, new TypeError('compare: labels must be a list of labels, got undefined')],
  ['01', new TypeError('compare: labels must be a list of labels, got "01"')],
])('labels %j are refused', (labels, error) => {
  expect(() => checkLabels('compare', 'labels', labels as number[])).toThrow(error)
})

test('labels below the least allowed are refused', () => {
  expect(() => checkLabels('align', 'before', [0, -2], { min: -1 })).toThrow(
    new RangeError('align: before[1] must be at least -1, got -2'),
  )
})
