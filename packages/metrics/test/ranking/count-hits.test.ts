import { expect, test } from 'vitest'
import { countHits, countHitsAmong } from '../../src/ranking/count-hits.js'

test('hits below the cut-off do not count, and a short list is fine', () => {
  expect(countHits('recall', [1, 0, 1, 1], 3)).toBe(2)
  expect(countHitsAmong('recall', [1], 10, 1)).toBe(1)
  expect(countHitsAmong('recall', [], 10, 0)).toBe(0)
})

test('a place that is neither a hit nor a miss is refused', () => {
  expect(() => countHits('recall', [1, 2], 2)).toThrow(new RangeError('recall: hits[1] must be 0 or 1, got 2'))
  expect(() => countHits('recall', [NaN], 1)).toThrow('recall: hits[0] must be 0 or 1, got NaN')
})

test('the cut-off and the number of relevant products must make sense', () => {
  expect(() => countHits('recall', [1], 0)).toThrow(new RangeError('recall: k must be at least 1, got 0'))
  expect(() => countHits('recall', [1], 1.5)).toThrow('recall: k must be an integer, got 1.5')
  expect(() => countHitsAmong('recall', [0], 1, -1)).toThrow('recall: relevant must be at least 0, got -1')
  expect(() => countHitsAmong('recall', [1, 1], 2, 1)).toThrow(
    new RangeError('recall: relevant must be at least the number of hits, 2, got 1'),
  )
})

test('a list that is none, and no number of relevant products, are refused: neither must become NaN', () => {
  expect(() => countHits('recall', undefined as never, 1)).toThrow(
    new TypeError('recall: hits must be an array, got undefined'),
  )
  expect(() => countHitsAmong('recall', [0], 1, undefined as never)).toThrow(
    new TypeError('recall: relevant must be an integer, got undefined'),
  )
})
