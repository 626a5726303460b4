import { expect, test } from 'vitest'
import { spanFact } from '../../../src/behaviour/facts/span-fact.js'
import { blockOf, gathered } from './blocks.js'

test('finds the first and the last moment, wherever their lines stand', () => {
  const fact = spanFact(Float64Array.of(5, 3, 9, 4))
  expect(gathered(fact, 2, blockOf({ who: [0, 0, 0, 2] }))).toEqual({
    first: Float64Array.of(3, Infinity),
    last: Float64Array.of(9, -Infinity),
  })
})
