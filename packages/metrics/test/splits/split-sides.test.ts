import { expect, test } from 'vitest'
import { interactionGroups, linesWhere, splitLines } from '../../src/splits/split-sides.js'
import { linesOf } from '../random-shop.js'
import { shop } from '../shops.js'

const orders = shop([
  ['anna', 1, 'a'],
  ['anna', 2, 'b'],
  ['bert', 3, 'a'],
  ['anna', 4, 'a'],
])

test('cold lines are kept or set apart, and counted either way', () => {
  const kept = splitLines('f', orders, Uint8Array.of(0, 1, 1, 1), { name: 'n', value: 1 })
  expect(kept).toMatchObject({ coldLines: 2, test: { size: 3 } })
  expect(kept).not.toHaveProperty('cold')
  const apart = splitLines('f', orders, Uint8Array.of(0, 1, 1, 1), { cold: 'setApart', name: 'n', value: 1 })
  expect(apart).toMatchObject({ coldLines: 2, test: { size: 1 }, cold: { size: 2 }, facts: { newCustomers: 0 } })
  expect(linesOf(apart.cold!)).toEqual([linesOf(orders)[1], linesOf(orders)[2]])
})

test('what is held out by customer is cold by product alone, and lines of neither side are in none', () => {
  const sides = Uint8Array.of(0, 5, 1, 1)
  expect(splitLines('f', orders, sides, { coldBy: 'product', name: 'n', value: 1 }).coldLines).toBe(0)
  const { coldLines, train, test: rest } = splitLines('f', orders, sides, { name: 'n', value: 1 })
  expect([coldLines, train.size, rest.size]).toEqual([1, 1, 2])
})

test('an empty side is named by the option that made it', () => {
  const options = { name: 'testShare', value: 0.9 }
  expect(() => splitLines('f', orders, Uint8Array.of(1, 1, 1, 1), options)).toThrow(
    new RangeError('f: testShare must leave orders to learn from, got 0.9'),
  )
  expect(() => splitLines('f', orders, new Uint8Array(4), options)).toThrow(
    'f: testShare must leave orders to test with, got 0.9',
  )
})

test('lines of one customer and product are one group', () => {
  expect(interactionGroups('f', orders)).toEqual({ group: Int32Array.of(0, 1, 2, 0), first: Int32Array.of(0, 1, 2) })
  expect(linesWhere(Uint8Array.of(1, 0, 1), (side) => side === 1)).toEqual(Int32Array.of(0, 2))
  expect(() => interactionGroups('f', shop([]))).toThrow('f: orders must have at least one line, got 0')
})
