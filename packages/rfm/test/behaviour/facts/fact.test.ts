import { expect, test } from 'vitest'
import { numbersOf, roomsFor, type Fact } from '../../../src/behaviour/facts/fact.js'

const fact = (width: number, first = 0): Fact<void> => ({
  width,
  begin({ numbers, stride, at }) {
    for (let place = at; place < numbers.length; place += stride) numbers[place] = first
  },
  add: () => undefined,
  result: () => undefined,
})

test('the numbers of a customer lie side by side, with one customer too many', () => {
  const [one, two] = roomsFor([fact(2, 5), fact(1, 7)], 2)
  expect([...one!.numbers]).toEqual([5, 0, 7, 5, 0, 7, 5, 0, 7])
  expect(two!.numbers).toBe(one!.numbers)
  expect([one!.at, two!.at, one!.stride, two!.customers]).toEqual([0, 2, 3, 2])
})

test('one number of every customer is a list, and so are several', () => {
  const [, room] = roomsFor([fact(1), fact(3)], 2)
  room!.numbers.set([0, 1, 2, 3, 0, 4, 5, 6])
  expect([...numbersOf(room!, 2)]).toEqual([3, 6])
  expect([...numbersOf(room!, 0, 2)]).toEqual([1, 2, 4, 5])
})
