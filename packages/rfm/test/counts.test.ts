import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countDistinct, countLines, countOrders } from '../src/counts.js'

/** Lines of up to five customers with up to nine values each. */
const lines = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 8 })), { maxLength: 60 })
  .map((pairs) => ({
    customer: Int32Array.from(pairs, ([customer]) => customer),
    value: Int32Array.from(pairs, ([, value]) => value),
    distinct: [0, 1, 2, 3, 4].map((who) => new Set(pairs.filter(([c]) => c === who).map(([, value]) => value)).size),
  }))

test('counts the lines of each customer, also of those who have none', () => {
  expect([...countLines(Int32Array.of(2, 0, 2), 4)]).toEqual([1, 0, 2, 0])
})

test('an order counts once, however many lines it has and wherever they stand', () => {
  const customer = Int32Array.of(0, 1, 0, 0, 1)
  expect([...countOrders(customer, Int32Array.of(0, 1, 0, 2, 1), 2, 3)]).toEqual([2, 1])
})

test('an order number used by two customers counts for both', () => {
  const customer = Int32Array.of(0, 1, 0, 1, 1)
  expect([...countOrders(customer, Int32Array.of(0, 0, 0, 0, 1), 2, 2)]).toEqual([1, 2])
})

test('distinct orders equal the size of a set of them', () => {
  fc.assert(
    fc.property(lines, ({ customer, value, distinct }) => {
      expect([...countOrders(customer, value, 5, 9)]).toEqual(distinct)
    }),
  )
})

test('distinct values equal the size of a set of them', () => {
  fc.assert(
    fc.property(lines, ({ customer, value, distinct }) => {
      expect([...countDistinct(customer, (line) => value[line]!, 5)]).toEqual(distinct)
    }),
  )
})

test('values that never fall are read once', () => {
  const read: number[] = []
  const valueOf = (line: number) => {
    read.push(line)
    return [1, 1, 2, 5][line]!
  }
  expect([...countDistinct(Int32Array.of(0, 0, 0, 0), valueOf, 1)]).toEqual([3])
  expect(read).toEqual([0, 1, 2, 3])
})
