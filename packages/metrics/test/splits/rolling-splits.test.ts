import { expect, test } from 'vitest'
import { rollingSplits } from '../../src/index.js'
import { randomShop } from '../random-shop.js'
import { shop } from '../shops.js'

const day = (date: number) => Date.UTC(2024, 0, date)

test('windows follow one another up to the last day, each learning from all before', () => {
  const orders = shop(Array.from({ length: 30 }, (_, i) => ['anna', i + 1, 'a'] as const))
  const splits = rollingSplits(orders, { testDays: 5, windows: 3 })
  expect(splits.map(({ at }) => at)).toEqual([day(16), day(21), day(26)])
  expect(splits.map(({ train, test: later }) => [train.size, later.size])).toEqual([
    [15, 5],
    [20, 5],
    [25, 5],
  ])
})

test('steps may overlap, and the train side may be bounded', () => {
  const orders = shop(Array.from({ length: 30 }, (_, i) => ['anna', i + 1, 'a'] as const))
  const splits = rollingSplits(orders, { testDays: 5, windows: 2, stepDays: 2, trainDays: 10 })
  expect(splits.map(({ at, train }) => [at, train.size, train.time[0]])).toEqual([
    [day(24), 10, day(14)],
    [day(26), 10, day(16)],
  ])
})

test('nothing a model learns from is later than what it is judged by', () => {
  for (const { train, test: later, at } of rollingSplits(randomShop(5), { testDays: 4 })) {
    expect(Math.max(...train.time)).toBeLessThan(at)
    expect(Math.min(...later.time)).toBeGreaterThanOrEqual(at)
    expect(Math.max(...later.time)).toBeLessThan(at + 4 * 86_400_000)
  }
})

test('names what is wrong', () => {
  const orders = randomShop(6)
  expect(() => rollingSplits(orders, { testDays: 0 })).toThrow('rollingSplits: testDays must be at least 1, got 0')
  expect(() => rollingSplits(orders, { testDays: 10, windows: 5 })).toThrow(
    'rollingSplits: windows must leave orders to learn from, got 5',
  )
  expect(() => rollingSplits(shop([]), { testDays: 1 })).toThrow('orders must have at least one line, got 0')
})
