import { localEngine } from '@clientele/compute'
import { run, topK, transpose, type Csr } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparedRows } from '../../src/neighbours/compared-rows.js'
import { comparisonOf } from '../../src/neighbours/comparison.js'
import { similarRows } from '../../src/neighbours/similar-rows.js'
import { similarToRow } from '../../src/neighbours/similar-to-row.js'
import { profileOfRow } from '../../src/profile.js'
import { resolveSimilarity, type Similarity, type SimilarityOptions } from '../../src/neighbours/similarity-options.js'
import { inBothForms } from '../engines.js'
import { interactionsFrom, smallInteractions } from '../fixtures.js'

/** The columns of a matrix, made ready to be compared. */
function columnsOf(matrix: Csr, given: SimilarityOptions) {
  const options = resolveSimilarity('fit', given)
  const byColumn = transpose(matrix)
  return comparedRows(byColumn, comparisonOf('fit', byColumn, options), options)
}

const similar = (matrix: Csr, options: SimilarityOptions) =>
  run(similarRows(localEngine(), 'fit', columnsOf(matrix, options)))

/** Rows of a sparse matrix as dense rows; `undefined` where there is no cell. */
function rowsOf({ rows, columns, offsets, indices, values }: Csr): (number | undefined)[][] {
  return Array.from({ length: rows }, (_, row) => {
    const dense = new Array<number | undefined>(columns).fill(undefined)
    for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) dense[indices[cell]!] = values[cell]!
    return dense
  })
}

type Column = readonly (number | undefined)[]
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length
const zeros = (column: Column) => column.map((value) => value ?? 0)
const dot = (x: readonly number[], y: readonly number[]) => sum(x.map((value, i) => value * y[i]!))
const cosine = (x: readonly number[], y: readonly number[]) => dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y))

/** The value of each measure by its definition, over whole columns; NaN where it has none. */
const definitions: Record<Similarity, (x: Column, y: Column, rows: readonly Column[]) => number> = {
  cosine: (x, y) => cosine(zeros(x), zeros(y)),
  adjustedCosine(x, y, rows) {
    const known = rows.map((row) => row.filter((value) => value !== undefined))
    const both = rows.map((_, r) => r).filter((r) => x[r] !== undefined && y[r] !== undefined)
    const centred = (column: Column) => both.map((r) => column[r]! - mean(known[r]!))
    return cosine(centred(x), centred(y))
  },
  pearson(x, y) {
    const both = x.flatMap((value, r) => (value === undefined || y[r] === undefined ? [] : [[value, y[r]]]))
    const [left, right] = [both.map(([a]) => a!), both.map(([, b]) => b!)]
    return cosine(
      left.map((value) => value - mean(left)),
      right.map((value) => value - mean(right)),
    )
  },
  jaccard(x, y) {
    const both = x.filter((value, r) => (value ?? 0) > 0 && (y[r] ?? 0) > 0).length
    return both / x.filter((value, r) => (value ?? 0) > 0 || (y[r] ?? 0) > 0).length
  },
  tfidf(x, y, rows) {
    const weights = rows.map((row) => Math.log(row.length / (1 + row.filter((value) => value !== undefined).length)))
    const weighted = (column: Column) => zeros(column).map((value, r) => Math.sqrt(value) * weights[r]!)
    return cosine(weighted(x), weighted(y))
  },
  bm25(x, y, rows) {
    const weights = rows.map((row) => Math.log(row.length / (1 + row.filter((value) => value !== undefined).length)))
    const meanTotal = sum(rows.flatMap(zeros)) / rows[0]!.length
    const weighted = (column: Column) => {
      const length = 0.25 + (0.75 * sum(zeros(column))) / meanTotal
      return zeros(column).map((value, r) => (value === 0 ? 0 : ((value * 2.2) / (value + 1.2 * length)) * weights[r]!))
    }
    return dot(weighted(x), weighted(y))
  },
  logLikelihood(x, y) {
    const has = (column: Column) => column.map((value) => (value ?? 0) > 0)
    const [left, right] = [has(x), has(y)]
    const count = (a: boolean, b: boolean) => left.filter((value, r) => value === a && right[r] === b).length
    const share = (column: boolean[], value: boolean) => column.filter((each) => each === value).length / column.length
    if (share(left, true) * share(right, true) * left.length >= count(true, true)) return 0
    const cells = [true, false].flatMap((a) =>
      [true, false].map((b) => {
        const observed = count(a, b)
        return observed && observed * Math.log(observed / (left.length * share(left, a) * share(right, b)))
      }),
    )
    return 1 - 1 / (1 + 2 * sum(cells))
  },
}

/** All similarities above 0 by definition, with shrinkage and support, before any are cut. */
function byDefinition(matrix: Csr, similarity: Similarity, shrinkage: number, minSupport: number): number[][] {
  const rows = rowsOf(matrix)
  const columns = Array.from({ length: matrix.columns }, (_, i) => rows.map((row) => row[i]))
  const counts = similarity === 'jaccard' || similarity === 'logLikelihood'
  const has = (value: number | undefined) => (counts ? (value ?? 0) > 0 : value !== undefined)
  return columns.map((x, i) =>
    columns.map((y, j) => {
      const common = x.filter((value, r) => has(value) && has(y[r])).length
      const value = definitions[similarity](x, y, rows)
      return i === j || common < minSupport || !(value > 1e-12) ? 0 : value * (common / (common + shrinkage))
    }),
  )
}

const every = Object.keys(definitions) as Similarity[]

test.each(every)('%s is what its definition says, for any values, shrinkage and support', (similarity) => {
  const lowest = similarity === 'tfidf' || similarity === 'bm25' ? 0 : -2
  fc.assert(
    fc.property(
      smallInteractions(lowest),
      fc.constantFrom(0, 1, 10),
      fc.integer({ min: 1, max: 3 }),
      ({ matrix }, shrinkage, minSupport) => {
        const got = rowsOf(similar(matrix, { similarity, neighbors: 100, shrinkage, minSupport })).map(zeros)
        const expected = byDefinition(matrix, similarity, shrinkage, minSupport)
        got.forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(expected[i]![j]!, 9)))
      },
    ),
  )
})

test.each(every)('of %s the highest are kept, the lower index where two are equal', (similarity) => {
  fc.assert(
    fc.property(smallInteractions(0), fc.integer({ min: 1, max: 9 }), ({ matrix }, neighbors) => {
      const all = rowsOf(similar(matrix, { similarity, neighbors: 100 })).map(zeros)
      const best = all.map((row) => Array.from(topK(row, neighbors).indices))
      const expected = all.map((row, i) => row.map((value, j) => (best[i]!.includes(j) ? value : 0)))
      expect(rowsOf(similar(matrix, { similarity, neighbors })).map(zeros)).toEqual(expected)
    }),
    { numRuns: 40 },
  )
})

test.each(every)('%s has the same bits from compiled kernels and from their twins', (similarity) => {
  const lowest = similarity === 'tfidf' || similarity === 'bm25' ? 0 : -2
  fc.assert(
    fc.property(smallInteractions(lowest), fc.integer({ min: 1, max: 4 }), ({ matrix }, neighbors) => {
      const columns = columnsOf(matrix, { similarity, neighbors, shrinkage: 1 })
      inBothForms((engine) => similarRows(engine, 'fit', columns))
    }),
    { numRuns: 20 },
  )
})

test.each(every)('%s of a row from outside has the bits that one inside has', (similarity) => {
  const lowest = similarity === 'tfidf' || similarity === 'bm25' ? 0 : -2
  fc.assert(
    fc.property(smallInteractions(lowest), fc.integer({ min: 1, max: 4 }), ({ matrix }, neighbors) => {
      const columns = columnsOf(matrix, { similarity, neighbors })
      const inside = run(similarRows(localEngine(), 'fit', columns, 'all'))
      const byColumn = transpose(matrix)
      for (let column = 0; column < matrix.columns; column++) {
        const { items, values } = profileOfRow(inside, column)
        expect(similarToRow(columns, profileOfRow(byColumn, column))).toEqual({ items, values })
      }
    }),
    { numRuns: 40 },
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
  const similarities = rowsOf(similar(matrix, { neighbors: 5 }))[0]!
  expect(products.ids).toEqual(['a', 'single', 'rare'])
  expect(similarities[1]).toBe(similarities[2])
})

test('a product alike to itself in every way has similarity 1, exactly', () => {
  const value = fc.integer({ min: 1, max: 1000 })
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
      const { matrix } = interactionsFrom(values.flatMap((v, c) => [[c, 'twin', v] as const, [c, 'other', v] as const]))
      expect(similar(matrix, { neighbors: 1 }).values).toEqual(Float64Array.of(1, 1))
    }),
  )
})
