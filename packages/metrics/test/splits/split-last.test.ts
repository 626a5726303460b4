import { expect, test } from 'vitest'
import { splitLast } from '../../src/index.js'
import { linesOf, pairsOf, randomShop } from '../random-shop.js'
import { shop } from '../shops.js'

test('holds back what each customer bought last for the first time', () => {
  const orders = shop([
    ['anna', 5, 'c'],
    ['anna', 1, 'a'],
    ['anna', 2, 'b'],
    ['anna', 9, 'a'],
    ['bert', 3, 'a'],
  ])
  const { train, test: last } = splitLast(orders)
  expect(linesOf(last)).toEqual([linesOf(orders)[0]])
  expect(train.size).toBe(4)
})

test('of products bought at one moment the later line is the last', () => {
  const { test: last } = splitLast(shop([['anna', 1, 'a'], ['anna', 1, 'b']])) // prettier-ignore
  expect([...pairsOf(last)]).toEqual(['anna b'])
})

test('each customer with more than n products gives n of them', () => {
  const orders = randomShop(4)
  const { test: last } = splitLast(orders, { n: 2 })
  expect(pairsOf(last).size).toBe(2 * orders.customers.ids.length)
})

test('nobody with enough products is an error, and so is n = 0', () => {
  expect(() => splitLast(shop([['anna', 1, 'a']]))).toThrow('splitLast: n must leave orders to test with, got 1')
  expect(() => splitLast(shop([]), { n: 0 })).toThrow('splitLast: n must be at least 1, got 0')
})
