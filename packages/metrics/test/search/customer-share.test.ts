import { positionOf } from '@clientele/core'
import { expect, test } from 'vitest'
import { kFold } from '../../src/index.js'
import { customerShare } from '../../src/search/customer-share.js'
import { linesOf, randomShop } from '../random-shop.js'

const [split] = kFold(randomShop(3), { folds: 3 })
const { train, test: held } = split!

test('all lines of the drawn customers stay, on both sides, and no others', () => {
  const half = customerShare(split!, 0.5, 7)
  expect(half.train.customers.ids.length).toBe(Math.round(train.customers.ids.length / 2))
  const kept = (orders: typeof train) =>
    linesOf(orders).filter((line) => positionOf(half.train.customers, line.split(' ')[0]!) >= 0)
  expect(linesOf(half.train)).toEqual(kept(train))
  expect(linesOf(half.test)).toEqual(kept(held))
})

test('a larger share holds the customers of a smaller one, and all are everybody', () => {
  const ids = (share: number) => customerShare(split!, share, 1).train.customers.ids
  expect(ids(0.6)).toEqual(expect.arrayContaining([...ids(0.2)]))
  expect(customerShare(split!, 1, 1)).toBe(split)
  expect(ids(0.001)).toHaveLength(1)
})

test('customers of the test side alone are drawn as well', () => {
  const cold = { train: randomShop(1, 40), test: randomShop(2, 300) }
  const isNew = (id: string) => positionOf(cold.train.customers, id) < 0
  const all = cold.test.customers.ids.filter(isNew).length
  if (all > 0) expect(customerShare(cold, 0.5, 1).test.customers.ids.filter(isNew).length).toBeLessThanOrEqual(all)
  expect(customerShare(cold, 0.5, 1).train.customers.ids.length).toBe(Math.round(cold.train.customers.ids.length / 2))
})
