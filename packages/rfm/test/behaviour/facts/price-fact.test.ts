import { expect, test } from 'vitest'
import { priceFact } from '../../../src/behaviour/facts/price-fact.js'
import { blockOf, gathered } from './blocks.js'

test('adds unit prices and leaves out lines without units', () => {
  const fact = priceFact(Float64Array.of(10, 9, 5, 4), Float64Array.of(2, 3, 0, 1))
  expect(gathered(fact, 2, blockOf({ who: [0, 0, 0, 1] }))).toEqual({
    sum: Float64Array.of(8, 4),
    count: Float64Array.of(2, 1),
  })
})
