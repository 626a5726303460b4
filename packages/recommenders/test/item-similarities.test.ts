import { run, topK, type Csr } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemSimilarities } from '../src/item-similarities.js'
import { interactionsFrom, smallInteractions } from './fixtures.js'

/** Rows of a sparse matrix as dense rows of numbers. */
function rowsOf({ rows, columns, offsets, indices, values }: Csr): number[][] {
  return Array.from({ length: rows }, (_, row) => {
    const dense = new Array<number>(columns).fill(0)
    for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) dense[indices[cell]!] = values[cell]!
    return dense
  })
}

/** The same from the definition: every pair of columns, then the best of each row. */
function bruteForce(matrix: Csr, neighbors: number, shrinkage: number, normalize: boolean): number[][] {
  const rows = rowsOf(matrix)
  const column = (item: number) => rows.map((row) => row[item]!)
  const has = (item: number, customer: number) =>
    matrix.indices.subarray(matrix.offsets[customer], matrix.offsets[customer + 1]).includes(item)
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)
  return Array.from({ length: matrix.columns }, (_, i) => {
    const similarities = Array.from({ length: matrix.columns }, (_, j) => {
      const product = dot(column(i), column(j))
      if (i === j || product <= 0) return 0
      const common = rows.filter((_, customer) => has(i, customer) && has(j, customer)).length
      const lengths = normalize ? Math.sqrt(dot(column(i), column(i)) * dot(column(j), column(j))) : 1
      return (product / lengths) * (common / (common + shrinkage))
    })
    const best = topK(similarities, neighbors).indices
    return similarities.map((similarity, j) => (best.includes(j) ? similarity : 0))
  })
}

test('equals the definition for any values, number of neighbours and shrinkage', () => {
  fc.assert(
    fc.property(
      smallInteractions(-2),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(0, 1, 10),
      fc.boolean(),
      ({ matrix }, neighbors, shrinkage, normalize) => {
        const got = rowsOf(run(itemSimilarities(matrix, { neighbors, shrinkage, normalize })))
        expect(got).toEqual(bruteForce(matrix, neighbors, shrinkage, normalize))
      },
    ),
  )
})

test('equal shares give equal bits, so that ties go to the lower index', () => {
  // a shares 2 of √(4 · 9) with the rare one and 1 of √(1 · 9) with the single one: a third each
  const { matrix, products } = interactionsFrom<number, string>([
    ...Array.from({ length: 9 }, (_, c) => [c, 'a'] as const),
    [0, 'single'],
    [1, 'rare'],
    [2, 'rare'],
    [10, 'rare'],
    [11, 'rare'],
  ])
  const similarities = rowsOf(run(itemSimilarities(matrix, { neighbors: 5, shrinkage: 0, normalize: true })))[0]!
  expect(products.ids).toEqual(['a', 'single', 'rare'])
  expect(similarities[1]).toBe(similarities[2])
})

test('a product alike to itself in every way has similarity 1, exactly', () => {
  const value = fc.integer({ min: 1, max: 1000 })
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
      const { matrix } = interactionsFrom(values.flatMap((v, c) => [[c, 'twin', v] as const, [c, 'other', v] as const]))
      expect(run(itemSimilarities(matrix, { neighbors: 1, shrinkage: 0, normalize: true })).values).toEqual(
        Float64Array.of(1, 1),
      )
    }),
  )
})
