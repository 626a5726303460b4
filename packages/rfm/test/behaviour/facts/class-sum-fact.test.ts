import { expect, test } from 'vitest'
import { classSumFact } from '../../../src/behaviour/facts/class-sum-fact.js'
import { blockOf, gathered } from './blocks.js'

test('adds the values of each customer by class of the product', () => {
  const amount = Float64Array.of(1, 2, 4, 8, 16)
  const fact = classSumFact(amount, Int32Array.of(0, 1, 2, 0, 1), Int32Array.of(0, 1, 0), 2)
  expect([...gathered(fact, 2, blockOf({ who: [0, 0, 0, 1, 2] }))]).toEqual([5, 2, 8, 0])
})
