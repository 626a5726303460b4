import { expect, test } from 'vitest'
import { allScores, explanationOf, scoreOf } from '../../src/tiers/answers.js'
import { ScratchRows } from '../../src/tiers/scratch-rows.js'
import { standingOf, tierOf } from './made-up.js'

const products = { ids: ['a', 'b', 'c', 'd', 'e'] }
const instead = () => ({ model: 'first', reason: 'too-few-products' }) as const
// a: the first recommends it; b: the second does; c: neither does, both know it; d: the first alone; e: nobody knows it
const standing = standingOf([
  tierOf('first', [2, 0, 0, -1, -Infinity]),
  { ...tierOf('second', [7, 5, -2, -Infinity, -Infinity]), instead },
])

test('a product belongs to the first tier that would recommend it, otherwise to the last that knows it', () => {
  expect([0, 1, 2, 3, 4].map((position) => scoreOf(standing, position))).toEqual([2, 5, -2, -1, undefined])
})

test('all scores are the scores of each, 0 for a product that nobody knows', () => {
  const scratch = new ScratchRows(5)
  scratch.give([new Float64Array(5).fill(NaN)])
  expect(allScores(standing, 5, scratch)).toEqual(Float64Array.of(2, 5, -2, -1, 0))
  expect(allScores(standingOf([tierOf('one', [3, -1])]), 2, new ScratchRows(2))).toEqual(Float64Array.of(3, -1))
})

test('an explanation is that of the tier, with the reason why an earlier one left the product to it', () => {
  const part = { kind: 'popularity', by: 'lines', share: 1 }
  expect(explanationOf(standing, 0, products)).toEqual({
    item: 'a',
    score: 2,
    source: 'first',
    parts: [{ ...part, contribution: 2 }],
  })
  expect(explanationOf(standing, 1, products)).toEqual({
    item: 'b',
    score: 5,
    source: 'second',
    parts: [{ ...part, contribution: 5 }],
    fallback: instead(),
  })
  expect(explanationOf(standing, 4, products)).toBeUndefined()
})
