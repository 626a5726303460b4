import { hasShared } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { averagePopularity, longTailShare, novelty, serendipityOverPopularity } from '../../src/index.js'
import { shortHead } from '../../src/beyond/popularity-bias.js'
import { beyondAccuracy } from './reference-lists.js'

test('novelty counts bits; a product nobody bought counts as bought once', () => {
  expect(novelty([[0, 1]], [4, 1, 0], { total: 4 })).toEqual({ mean: 1, values: Float64Array.of(1) })
  expect(novelty([[2]], [4, 1, 0], { total: 4 }).mean).toBe(2)
})

test('over places, longer lists count more', () => {
  const lists = [[0], [1, 2, 3]]
  const popularity = [4, 1, 1, 1]
  expect(novelty(lists, popularity, { total: 4 }).mean).toBe(1)
  expect(novelty(lists, popularity, { total: 4, over: 'places' }).mean).toBe(1.5)
})

test('average popularity and the share of the long tail are those worked out by hand', () => {
  expect(averagePopularity([[0, 1], [0]], [10, 4]).mean).toBe(8.5)
  expect(longTailShare([[0, 1], [2]], [90, 5, 5]).mean).toBe(0.75)
})

test('the short head is the fewest products that have enough; of equals the first', () => {
  expect(shortHead('f', [1, 5, 5, 1], 0.5)).toEqual(Uint8Array.of(0, 1, 1, 0))
  expect(shortHead('f', [3, 3, 3, 3], 0.5)).toEqual(Uint8Array.of(1, 1, 0, 0))
})

test('a hit that popularity alone would have put as high is no surprise', () => {
  const options = { relevant: [[0, 1]], popularity: [5, 2], k: 1 }
  expect(serendipityOverPopularity([[0]], options).mean).toBe(0)
  expect(serendipityOverPopularity([[1]], options).mean).toBe(0.5)
})

test('names what is wrong', () => {
  expect(() => novelty([[0]], [5], { total: 4 })).toThrow('novelty: popularity[0] must be at most 4, got 5')
  expect(() => longTailShare([[0]], [0])).toThrow('longTailShare: popularity must hold at least one interaction, got 0')
  expect(() => longTailShare([[0]], [1], { head: 1 })).toThrow('longTailShare: head must be between 0 and 1, got 1')
  expect(() => averagePopularity([[0]], [-1])).toThrow('averagePopularity: popularity[0] must be at least 0, got -1')
})

describe.skipIf(!hasShared).each([1, 2, 4])('at %d', (k) => {
  test('popularity, novelty and serendipity are those of the libraries', () => {
    const { lists, unseen, popularity, customers, interactions, relevant, ...expected } = beyondAccuracy(k)
    const { rectools, recommenders, recbole } = expected
    const close = (got: { mean: number; values: Float64Array }, mean: number, values: Record<string, number>) => {
      expect(got.mean).toBeCloseTo(mean, 9)
      Object.values(values).forEach((value, user) => expect(got.values[user]).toBeCloseTo(value, 9))
    }
    const inverse = novelty(lists, popularity, { total: customers })
    close(inverse, rectools.meanInverseUserFrequencyMean, rectools.meanInverseUserFrequency)
    const surprise = serendipityOverPopularity(lists, { relevant, popularity, k })
    close(surprise, rectools.serendipityMean, rectools.serendipity)
    const mean = averagePopularity(lists, popularity).mean
    expect(mean).toBeCloseTo(rectools.averagePopularity, 9)
    expect(mean).toBeCloseTo(recbole.averagePopularity, 9)
    expect(mean / interactions).toBeCloseTo(rectools.averagePopularityNormalized, 9)
    if (k < 4) return
    expect(novelty(unseen, popularity, { total: interactions, over: 'places' }).mean).toBeCloseTo(
      recommenders.novelty,
      9,
    )
    for (const [item, bits] of Object.entries(recommenders.historicalItemNovelty)) {
      expect(novelty([[Number(item) - 1]], popularity, { total: interactions }).mean).toBeCloseTo(bits as number, 9)
    }
  })
})
