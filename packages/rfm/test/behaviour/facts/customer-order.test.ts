import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CustomerOrder } from '../../../src/behaviour/facts/customer-order.js'
import { blockOf } from './blocks.js'

const lines = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 4 })), { maxLength: 60 })
/** Product 3 has no value. */
const valueOf = Int32Array.of(10, 11, 12, -1, 14)

test('values come back row by row, those of a row in the order of the lines', () => {
  fc.assert(
    fc.property(lines, lines, (before, some) => {
      const order = new CustomerOrder(3, 60)
      for (const part of [before, some]) {
        const product = Int32Array.from(part, ([, each]) => each)
        // Customers 2, 3 and 4 are the rows; the others are left out.
        order.take(blockOf({ who: part.map(([who]) => who) }), { firstCustomer: 2, product, valueOf })
        order.give(({ offsets, values }) => {
          for (const row of [0, 1, 2]) {
            const own = part.filter(([who, each]) => who === row + 2 && each !== 3)
            expect([...values.subarray(offsets[row], offsets[row + 1])]).toEqual(own.map(([, each]) => valueOf[each]))
          }
        })
      }
    }),
  )
})

test('there is room for as many lines as were asked for, and again once they are given back', () => {
  const order = new CustomerOrder(2, 5)
  const product = new Int32Array(4)
  order.take(blockOf({ who: [0, 1, 1, 0] }), { firstCustomer: 0, product, valueOf })
  expect([order.hasRoomFor(1), order.hasRoomFor(2)]).toEqual([true, false])
  order.give(({ offsets }) => {
    expect([...offsets.subarray(0, 3)]).toEqual([0, 2, 4])
  })
  expect(order.hasRoomFor(5)).toBe(true)
})
