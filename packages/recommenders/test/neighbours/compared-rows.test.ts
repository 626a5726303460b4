import { csrFromTriplets } from '@clientele/core'
import { expect, test } from 'vitest'
import { PARTS } from '../../src/kernels/add-column.js'
import { KIND } from '../../src/kernels/similarity.js'
import { comparedRows, sizeOf } from '../../src/neighbours/compared-rows.js'

const matrix = csrFromTriplets([0, 0, 1], [0, 2, 2], [3, 4, 5], 2, 3)
const limits = { neighbors: 5, shrinkage: 0, minSupport: 1 }

test('rows are weighed, measured and looked at from both sides', () => {
  const weigh = ({ items, values }: { items: Int32Array; values: Float64Array }) => ({
    items,
    values: values.map((value) => value * 10),
  })
  const compared = comparedRows(matrix, { kind: KIND.cosine, size: 'squares', weigh }, limits)
  expect(compared.byRow.values).toEqual(Float64Array.of(30, 40, 50))
  expect(compared.byColumn).toMatchObject({
    rows: 3,
    offsets: Int32Array.of(0, 1, 1, 3),
    indices: Int32Array.of(0, 0, 1),
  })
  expect(compared.sizes).toEqual(Float64Array.of(2500, 2500))
  expect(comparedRows(matrix, { kind: KIND.cosine }, limits).byRow).toBe(matrix)
})

test('no more is added up for each pair than is needed', () => {
  const partsOf = (kind: number, others = {}) => comparedRows(matrix, { kind }, { ...limits, ...others }).parts
  expect(partsOf(KIND.dot)).toBe(PARTS.dots)
  expect(partsOf(KIND.dot, { shrinkage: 1 })).toBe(PARTS.dotsAndCounts)
  expect(partsOf(KIND.jaccard, { minSupport: 2 })).toBe(PARTS.dotsAndCounts)
  for (const kind of [KIND.pearson, KIND.commonCosine, KIND.meanSquaredDifference])
    expect(partsOf(kind)).toBe(PARTS.sums)
})

test('a table of x ln x up to the number of columns comes where it is needed', () => {
  const { xlogx } = comparedRows(matrix, { kind: KIND.logLikelihood, size: 'cells' }, limits)
  expect(xlogx).toHaveLength(4)
  // 2 ln 2 and 3 ln 3
  ;[0, 0, 1.3862943611198906, 3.295836866004329].forEach((expected, x) => expect(xlogx[x]).toBeCloseTo(expected, 14))
})

test('the size of a row is its sum of squares, its number of cells, or nothing', () => {
  const values = Float64Array.of(3, -4)
  expect(sizeOf(values, { kind: 0, size: 'squares' })).toBe(25)
  expect(sizeOf(values, { kind: 0, size: 'cells' })).toBe(2)
  expect(sizeOf(values, { kind: 0 })).toBe(0)
})
