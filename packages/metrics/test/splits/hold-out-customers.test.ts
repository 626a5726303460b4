import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdOutCustomers } from '../../src/index.js'
import { linesOf, pairsOf, randomShop } from '../random-shop.js'
import { shop } from '../shops.js'

test('held-out customers are not in train, and each has something to fold in and to test', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), (seed) => {
      const orders = randomShop(seed)
      const { train, foldIn, test: rest, skipped } = holdOutCustomers(orders, { customerShare: 0.4, seed })
      expect(train.customers.ids.length).toBe(orders.customers.ids.length - 6)
      expect([...foldIn.customers.ids].sort()).toEqual([...rest.customers.ids].sort())
      expect(foldIn.customers.ids.length + skipped).toBe(6)
      expect(train.customers.ids.filter((id) => rest.customers.ids.includes(id))).toEqual([])
      expect([...pairsOf(foldIn)].filter((pair) => pairsOf(rest).has(pair))).toEqual([])
      if (skipped === 0) {
        expect([...linesOf(train), ...linesOf(foldIn), ...linesOf(rest)].sort()).toEqual(linesOf(orders).sort())
      }
    }),
    { numRuns: 30 },
  )
})

test('the fold-in part has its share', () => {
  const log = Array.from({ length: 40 }, (_, i) => [`c${i % 4}`, 1, `p${i}`] as const)
  const { foldIn, test: rest } = holdOutCustomers(shop(log), { customerShare: 0.5, foldInShare: 0.7 })
  expect([foldIn.size, rest.size]).toEqual([14, 6])
})

test('test lines of products that nobody else has are counted, and set apart when asked to', () => {
  const log = Array.from({ length: 48 }, (_, i) => [`c${i % 8}`, 1, i % 3 === 0 ? `own${i}` : `p${i % 5}`] as const)
  const orders = shop(log)
  const kept = holdOutCustomers(orders, { customerShare: 0.4, seed: 2 })
  const known = new Set(kept.train.products!.ids)
  const cold = linesOf(kept.test).filter((line) => !known.has(line.split(' ')[1]!))
  expect(cold.length).toBeGreaterThan(0)
  expect(kept.coldLines).toBe(cold.length)
  const apart = holdOutCustomers(orders, { customerShare: 0.4, seed: 2, cold: 'setApart' })
  expect(linesOf(apart.cold!)).toEqual(cold)
  expect([...linesOf(apart.test), ...cold].sort()).toEqual(linesOf(kept.test).sort())
  expect(linesOf(apart.foldIn)).toEqual(linesOf(kept.foldIn))
})

test('the same seed holds out the same customers, another seed others', () => {
  const of = (seed: number) => holdOutCustomers(randomShop(7), { seed, customerShare: 0.4 })
  expect(of(1)).toEqual(of(1))
  expect(of(1)).not.toEqual(of(2))
})

test('customers with a single product are left out and counted', () => {
  const log = [['anna', 1, 'a'], ['bert', 1, 'a'], ['bert', 1, 'b'], ['carl', 1, 'a']] as const // prettier-ignore
  const holds = (seed: number) => {
    try {
      return holdOutCustomers(shop(log), { customerShare: 0.67, seed })
    } catch {
      return undefined
    }
  }
  const found = Array.from({ length: 20 }, (_, seed) => holds(seed)).filter((each) => each !== undefined)
  expect(found.length).toBeGreaterThan(0)
  for (const { skipped, test: rest } of found) expect([skipped, rest.size]).toEqual([1, 1])
})

test('names what is wrong', () => {
  const orders = randomShop(1)
  expect(() => holdOutCustomers(orders, { customerShare: 0 })).toThrow(
    'holdOutCustomers: customerShare must be between 0 and 1, got 0',
  )
  expect(() => holdOutCustomers(orders, { customerShare: 0.01 })).toThrow(
    'holdOutCustomers: customerShare must hold out a customer with two products, got 0.01',
  )
  expect(() => holdOutCustomers(orders, { foldInShare: 2 })).toThrow('foldInShare must be between 0 and 1, got 2')
})
