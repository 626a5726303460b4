import { TopK, ranksBefore, topK, type Ranked } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'

// Few distinct scores, so that most comparisons are ties.
const scores = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(-Infinity, Infinity, 0.5)), {
  maxLength: 200,
})

/** The oracle: sort everything by the tie rule, then cut. */
function sortedTop(all: readonly number[], k: number): Ranked {
  const order = [...all.keys()].sort((a, b) => (all[a] === all[b] ? a - b : all[a]! > all[b]! ? -1 : 1)).slice(0, k)
  return { indices: Int32Array.from(order), scores: Float64Array.from(order, (i) => all[i]!) }
}

test('gives the best first, equal scores by the lower index', () => {
  expect(topK([0.1, 0.9, 0.5, 0.9], 3)).toEqual({
    indices: Int32Array.of(1, 3, 2),
    scores: Float64Array.of(0.9, 0.9, 0.5),
  })
})

test('equals the head of a full sort', () => {
  fc.assert(
    fc.property(scores, fc.nat(250), (all, k) => {
      expect(topK(all, k)).toEqual(sortedTop(all, k))
    }),
  )
})

test('of nothing, or none of something, is nothing', () => {
  const nothing = { indices: new Int32Array(0), scores: new Float64Array(0) }
  expect(topK([], 5)).toEqual(nothing)
  expect(topK([1, 2], 0)).toEqual(nothing)
  expect(new TopK(0).drain()).toEqual(nothing)
})

test('-Infinity ranks last but is kept, 0 and -0 are equal', () => {
  expect(topK([-Infinity, -1e308], 2).indices).toEqual(Int32Array.of(1, 0))
  expect(topK([-0, 0], 2).indices).toEqual(Int32Array.of(0, 1))
})

test('the bar is what a later candidate must score more than', () => {
  const best = new TopK(2)
  best.push(0, 5)
  expect(best.bar).toBe(-Infinity)
  best.push(1, 3)
  expect(best.bar).toBe(3)
  best.push(2, 4)
  expect(best.bar).toBe(4)
  best.drain()
  expect([best.bar, new TopK(0).bar]).toEqual([-Infinity, Infinity])
})

test('the answer does not depend on the order of arrival', () => {
  fc.assert(
    fc.property(
      scores.chain((all) => fc.record({ all: fc.constant(all), order: shuffled([...all.keys()]) })),
      fc.nat(20),
      ({ all, order }, k) => {
        const best = new TopK(k)
        for (const i of order) best.push(i, all[i]!)
        expect(best.drain()).toEqual(sortedTop(all, k))
      },
    ),
  )
})

function shuffled(items: number[]): fc.Arbitrary<number[]> {
  return fc.shuffledSubarray(items, { minLength: items.length })
}

test('drained, the heap is empty, can be filled again and leaves the earlier answer alone', () => {
  const best = new TopK(2)
  best.push(7, 0.5)
  best.push(3, 0.9)
  best.push(1, 0.5)
  const first = best.drain()
  expect(first).toEqual({ indices: Int32Array.of(3, 1), scores: Float64Array.of(0.9, 0.5) })
  expect(best.drain().indices).toEqual(new Int32Array(0))
  best.push(4, 0.1)
  expect(best.drain()).toEqual({ indices: Int32Array.of(4), scores: Float64Array.of(0.1) })
  expect(first).toEqual({ indices: Int32Array.of(3, 1), scores: Float64Array.of(0.9, 0.5) })
})

test('ranksBefore is a strict order: of two candidates exactly one goes first', () => {
  expect(ranksBefore(2, 9, 1, 0)).toBe(true)
  expect(ranksBefore(1, 3, 1, 7)).toBe(true)
  expect(ranksBefore(1, 7, 1, 3)).toBe(false)
  expect(ranksBefore(1, 3, 1, 3)).toBe(false)
})

test('refuses a score without rank, whether or not it would have been kept', () => {
  expect(() => topK([1, NaN], 2)).toThrow(new RangeError('topK: scores[1] must be a number, got NaN'))
  expect(() => topK([1, NaN], 1)).toThrow(new RangeError('topK: scores[1] must be a number, got NaN'))
  expect(() => new TopK(1).push(5, NaN)).toThrow(new RangeError('topK: scores[5] must be a number, got NaN'))
})

test.each([-1, 1.5, NaN])('refuses to keep %o', (k) => {
  expect(() => topK([1], k)).toThrow(RangeError)
  expect(() => new TopK(k)).toThrow(RangeError)
})
