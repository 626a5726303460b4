import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interactionsOf, mergeInteractions, transactionsFromColumns, type Interactions } from '../src/index.js'

type Line = readonly [customer: string, product: string]

const counts = (lines: readonly Line[]): Interactions<string, string> =>
  interactionsOf(
    transactionsFromColumns({
      customer: lines.map(([customer]) => customer),
      product: lines.map(([, product]) => product),
      amount: lines.map(() => 1),
      time: lines.map(() => 0),
    }),
  )

const lines = (least: number) =>
  fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.constantFrom('x', 'y', 'z', '1')), {
    minLength: least,
    maxLength: 12,
  })

const first = counts([
  ['a', 'x'],
  ['a', 'z'],
  ['b', 'x'],
])
const second = counts([
  ['c', 'y'],
  ['a', 'x'],
  ['a', 'x'],
  ['a', 'y'],
])

test('cells of both are added, customers and products that are new follow', () => {
  const { customers, products, matrix } = mergeInteractions(first, second)
  expect([customers.ids, products.ids]).toEqual([
    ['a', 'b', 'c'],
    ['x', 'z', 'y'],
  ])
  expect(matrix).toEqual({
    rows: 3,
    columns: 3,
    offsets: Int32Array.of(0, 3, 4, 5),
    indices: Int32Array.of(0, 1, 2, 0, 2),
    values: Float64Array.of(3, 1, 1, 1, 1),
  })
})

test('the newer value takes the place of the older where that is asked for', () => {
  const { matrix } = mergeInteractions(first, second, { overlap: 'replace' })
  expect([...matrix.values]).toEqual([2, 1, 1, 1, 1])
})

test('counts of two logs are those of both, one after the other, and inputs stay as they are', () => {
  fc.assert(
    fc.property(lines(1), lines(0), (one, other) => {
      const [a, b] = [counts(one), counts(other)]
      const before = structuredClone([a, b])
      expect(mergeInteractions(a, b)).toEqual(counts([...one, ...other]))
      expect([a, b]).toEqual(before)
    }),
  )
})

test('what does not fit together is refused', () => {
  const broken = (matrix: Partial<Interactions['matrix']>) => ({ ...second, matrix: { ...second.matrix, ...matrix } })
  expect(() => mergeInteractions(first, second, { overlap: 'keep' as 'add' })).toThrow(
    'mergeInteractions: overlap must',
  )
  expect(() => mergeInteractions(first, broken({ offsets: Int32Array.of(0) }))).toThrow('added.matrix.offsets')
  expect(() => mergeInteractions(first, broken({ values: Float64Array.of(1) }))).toThrow('added.matrix.values')
  expect(() => mergeInteractions(first, broken({ indices: Int32Array.of(0, 7, 1) }))).toThrow('added.matrix.indices[1]')
  expect(() => mergeInteractions(first, broken({ values: Float64Array.of(1, NaN, 1) }))).toThrow(
    'added.matrix.values[1]',
  )
})
