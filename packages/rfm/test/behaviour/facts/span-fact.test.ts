import { expect, test } from 'vitest'
import { spanFact } from '../../../src/behaviour/facts/span-fact.js'
import { gathered } from './blocks.js'

test('finds the first and the last moment, wherever their lines stand', () => {
  const fact = spanFact(Float64Array.of(5, 3, 9, 4), 2)
  expect(gathered(fact, { who: [0, 0, 0, 2] })).toEqual({
    first: Float64Array.of(3, Infinity, 4),
    last: Float64Array.of(9, -Infinity, 4),
  })
})
