import fc from 'fast-check'
import { expect, test } from 'vitest'
import { purchasesOf } from '../../src/evaluation/purchases-of.js'
import { shop } from '../shops.js'

const orders = shop([
  ['anna', 1, 'p'],
  ['bert', 1, 'q'],
  ['anna', 2, 'r'],
  ['anna', 3, 'p'],
])

test('a product bought twice stands once, where it was bought first', () => {
  expect(purchasesOf(orders, Int32Array.of(0, 1))).toEqual([Int32Array.of(0, 2), Int32Array.of(1)])
})

test('customers come as asked for, and unknown ones have bought nothing', () => {
  expect(purchasesOf(orders, Int32Array.of(-1, 1, -1))).toEqual([
    new Int32Array(0),
    Int32Array.of(1),
    new Int32Array(0),
  ])
  expect(purchasesOf(orders, new Int32Array(0))).toEqual([])
})

test('purchases are the sets of products per customer', () => {
  const line = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constant(1), fc.constantFrom('p', 'q', 'r', '__proto__'))
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const log = shop(lines)
      const got = purchasesOf(log, Int32Array.from(log.customers.ids.keys()))
      log.customers.ids.forEach((customer, row) => {
        const names = Array.from(got[row]!, (position) => log.products!.ids[position]!)
        expect(names).toEqual([...new Set(lines.filter(([each]) => each === customer).map(([, , product]) => product))])
      })
    }),
  )
})
