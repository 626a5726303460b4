import { expect, test } from 'vitest'
import { orderClassFact, orderFact, weekendFact } from '../../../src/behaviour/facts/order-facts.js'
import { blockOf, gathered } from './blocks.js'

test('counts the lines that open an order', () => {
  expect([...gathered(orderFact(), 2, blockOf({ who: [0, 0, 1, 0], opens: [1, 0, 1, 1] }))]).toEqual([2, 1])
})

test('counts orders on Saturdays and Sundays, before 1970 too', () => {
  // 1970-01-01 was a Thursday; from 20 December 1969, a Saturday, for 28 days.
  const day = Array.from({ length: 28 }, (_, i) => i - 12)
  const weekends = day.filter((each) => [0, 6].includes(new Date(each * 86_400_000).getUTCDay()))
  expect(weekends).toHaveLength(8)
  for (const each of day) {
    const [count] = gathered(weekendFact(), 1, blockOf({ who: [0, 0], day: [each, each], opens: [1, 0] }))
    expect(count, `day ${each}`).toBe(weekends.includes(each) ? 1 : 0)
  }
})

test('counts orders by class, told by the line that opens them', () => {
  const fact = orderClassFact((line) => [1, 0, 0, 1, 1][line]!, 2)
  expect([...gathered(fact, 2, blockOf({ who: [0, 0, 1, 0, 1], opens: [1, 0, 1, 1, 0] }))]).toEqual([0, 2, 1, 0])
})
