import { expect, test } from 'vitest'
import { addTo, sumFact, totals } from '../../../src/behaviour/facts/sum-fact.js'
import { blockOf, gathered } from './blocks.js'

const roomFor = (numbers: Float64Array) => ({ numbers, stride: numbers.length, at: 0, customers: 1 })

test('adds the values of each customer, block after block, and those of nobody apart', () => {
  const fact = sumFact(Float64Array.of(1, 2, 4, 8, 16))
  expect([...gathered(fact, 2, blockOf({ who: [0, 1, 0] }), blockOf({ who: [2, 1] }, 3))]).toEqual([5, 18])
})

test('loses no cent to rounding, whichever number is larger', () => {
  for (const values of [
    [1e16, 1, -1e16],
    [1, 1e16, -1e16],
  ]) {
    const numbers = new Float64Array(4)
    for (const value of values) addTo(numbers, 2, value)
    expect([...totals(roomFor(numbers), 2)]).toEqual([0, 1])
  }
})

test('a sum beyond the range of a number is infinite, not NaN', () => {
  const numbers = new Float64Array(2)
  for (const value of [1e308, 1e308]) addTo(numbers, 0, value)
  expect([...totals(roomFor(numbers))]).toEqual([Infinity])
})
