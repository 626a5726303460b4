import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csrFromTriplets, filterInteractions, idIndex, type Interactions } from '../src/index.js'

function made(cells: readonly (readonly [number, number])[], rows: number, columns: number): Interactions {
  const ids = (sign: string, count: number) => idIndex(Array.from({ length: count }, (_, i) => `${sign}${i}`))
  const [row, column] = [cells.map(([r]) => r), cells.map(([, c]) => c)]
  const values = cells.map(([r, c]) => r * 10 + c + 1)
  const matrix = csrFromTriplets(row, column, values, rows, columns)
  return { customers: ids('c', rows), products: ids('p', columns), matrix }
}

// c0 and c1 share p0 and p1; c2 has p1 and p2; c3 has p2 alone; nobody has p3.
const cells = [0, 0, 0, 1, 1, 0, 1, 1, 2, 1, 2, 2, 3, 2]
const shop = made(
  Array.from({ length: 7 }, (_, i) => [cells[2 * i]!, cells[2 * i + 1]!] as const),
  4,
  4,
)

test('the 2-core falls like dominoes: c3, then p2, then c2', () => {
  const { interactions, ...report } = filterInteractions(shop, { minPerCustomer: 2, minPerProduct: 2 })
  expect(report).toEqual({
    droppedCustomers: ['c2', 'c3'],
    droppedProducts: ['p2', 'p3'],
    droppedCells: 3,
    rounds: 4,
  })
  expect(interactions).toEqual({
    customers: { ids: ['c0', 'c1'] },
    products: { ids: ['p0', 'p1'] },
    matrix: csrFromTriplets([0, 0, 1, 1], [0, 1, 0, 1], [1, 2, 11, 12], 2, 2),
  })
})

test('asked once, it looks at the interactions as they were given', () => {
  const once = filterInteractions(shop, { minPerCustomer: 2, minPerProduct: 2, repeat: false })
  expect(once).toMatchObject({ droppedCustomers: ['c3'], droppedProducts: ['p3'], droppedCells: 1, rounds: 1 })
})

test('what is left has enough of everything, nothing that has enough went, and the input is as it was', () => {
  const cell = fc.tuple(fc.nat(5), fc.nat(5))
  const some = fc.uniqueArray(cell, { selector: ([r, c]) => r * 6 + c })
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), (pairs, rowMin, columnMin) => {
      const all = made(pairs, 6, 6)
      const before = structuredClone(all)
      const { interactions } = filterInteractions(all, { minPerCustomer: rowMin, minPerProduct: columnMin })
      expect(all).toEqual(before)
      let left = pairs
      for (;;) {
        const enough = left.filter(
          ([r, c]) =>
            left.filter((p) => p[0] === r).length >= rowMin && left.filter((p) => p[1] === c).length >= columnMin,
        )
        if (enough.length === left.length) break
        left = enough
      }
      const { customers, products, matrix } = interactions
      const got = customers.ids.flatMap((customer, row) =>
        Array.from(matrix.indices.subarray(matrix.offsets[row], matrix.offsets[row + 1]), (column) => [
          customer,
          products.ids[column],
        ]),
      )
      const sorted = [...left].sort((a, b) => a[0] - b[0] || a[1] - b[1])
      expect(got).toEqual(sorted.map(([r, c]) => [`c${r}`, `p${c}`]))
      expect(new Set(matrix.indices).size).toBe(products.ids.length)
    }),
  )
})

test('least numbers are named', () => {
  expect(() => filterInteractions(shop, { minPerCustomer: 0 })).toThrow(
    'filterInteractions: minPerCustomer must be at least 1, got 0',
  )
  expect(() => filterInteractions(shop, { minPerProduct: 1.5 })).toThrow(
    'filterInteractions: minPerProduct must be an integer, got 1.5',
  )
})
