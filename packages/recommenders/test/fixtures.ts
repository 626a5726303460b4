import { csrFromTriplets, encodeIds, type Id, type Interactions } from '@clientele/core'
import fc from 'fast-check'

/** Interactions from [customer, product, value] cells; value is 1 where it is left out. */
export function interactionsFrom<C extends Id, P extends Id>(
  cells: readonly (readonly [C, P, number?])[],
): Interactions<C, P> {
  const customers = encodeIds(cells.map(([customer]) => customer))
  const products = encodeIds(cells.map(([, product]) => product))
  return {
    customers: customers.index,
    products: products.index,
    matrix: csrFromTriplets(
      customers.codes,
      products.codes,
      cells.map(([, , value]) => value ?? 1),
      customers.index.ids.length,
      products.index.ids.length,
    ),
  }
}

/**
 * Customers c0, c1, … have the products of their own parity, p0, p2, … or p1, p3, …, all but the one of their own
 * number: that one is what everybody like them has and they lack.
 */
export function checkerboard(size: number): Interactions<string, string> {
  const cells: [string, string][] = []
  for (let c = 0; c < size; c++) {
    for (let p = c % 2; p < size; p += 2) if (p !== c) cells.push([`c${c}`, `p${p}`])
  }
  return interactionsFrom(cells)
}

/** A small shop: up to 8 customers and 9 products with whole numbers from `lowest` to 3 as values. */
export function smallInteractions(lowest: number): fc.Arbitrary<Interactions<string, string>> {
  const cell = fc.tuple(fc.nat(7), fc.nat(8), fc.integer({ min: lowest, max: 3 }))
  return fc
    .uniqueArray(cell, { minLength: 1, maxLength: 40, selector: ([c, p]) => c * 9 + p })
    .map((cells) => interactionsFrom(cells.map(([c, p, value]) => [`c${c}`, `p${p}`, value] as const)))
}
