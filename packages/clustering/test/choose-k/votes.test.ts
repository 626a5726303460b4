import { expect, test } from 'vitest'
import { digits, votesOf } from '../../src/choose-k/votes.js'
import { madeCurves } from './made-curves.js'

const voteOf = (by: string, changes: Parameters<typeof madeCurves>[0] = {}) => {
  const { k, reason } = votesOf(madeCurves(changes)).find((vote) => vote.by === by)!
  return [k, reason]
}

test('each of six votes for its best number and says why', () => {
  expect(votesOf(madeCurves())).toEqual([
    { by: 'elbow', k: 3, reason: 'the logarithm of the inertia bends at 3' },
    { by: 'silhouette', k: 3, reason: 'the mean silhouette is highest, 0.751' },
    { by: 'calinskiHarabasz', k: 3, reason: 'clusters lie farthest apart beside their width, by a ratio of 123' },
    { by: 'daviesBouldin', k: 3, reason: 'clusters overlap least, by 0.235' },
    { by: 'gap', k: 3, reason: 'the gap to rows without clusters, 1.24, hardly rises any more' },
    {
      by: 'stability',
      k: 3,
      reason: 'the most clusters that are all found again in resamples, the least by 0.95',
    },
  ])
})

test('the elbow abstains when there is no bend, and when it bends where nobody asked', () => {
  const straight = Float64Array.from({ length: 7 }, (_, i) => Math.exp(10 - i))
  expect(voteOf('elbow', { inertias: straight })).toEqual([undefined, 'the logarithm of the inertia does not bend'])
  const late = Float64Array.of(1000, 995, 990, 985, 980, 600, 1)
  expect(voteOf('elbow', { inertias: late })).toEqual([
    undefined,
    'the logarithm of the inertia bends at 1, which was not asked for',
  ])
})

test('of several bends the elbow is for the sharpest', () => {
  // Less is won at first than on average, which is a bend at 1; then much at once.
  expect(voteOf('elbow', { inertias: Float64Array.of(1000, 900, 800, 700, 1, 0.99, 0.98) })[0]).toBe(5)
})

test('the elbow needs three points', () => {
  const few = { ks: Int32Array.of(2), wideKs: Int32Array.of(1, 2), inertias: Float64Array.of(9, 1) }
  expect(voteOf('elbow', few)[0]).toBeUndefined()
})

test('an inertia of 0 is no obstacle', () => {
  expect(voteOf('elbow', { inertias: Float64Array.of(1000, 400, 20, 10, 5, 2, 0) })[1]).not.toContain('NaN')
})

test('the gap votes for one cluster, or abstains', () => {
  const gapWith = (k: number | undefined) => ({ gap: { ...madeCurves().gap, k } })
  expect(voteOf('gap', gapWith(1))).toEqual([1, 'two clusters are hardly tighter than in rows without any'])
  expect(voteOf('gap', gapWith(undefined))[0]).toBeUndefined()
  expect(voteOf('gap', gapWith(6))).toEqual([
    undefined,
    'the gap to rows without clusters is enough at 6, which was not asked for',
  ])
})

test('stability votes for the most clusters that all hold, and abstains when some cluster always falls apart', () => {
  expect(voteOf('stability', { stability: Float64Array.of(0.99, 0.7, 0.75, 0.74) })[0]).toBe(4)
  expect(voteOf('stability', { stability: Float64Array.of(0.7, 0.7, 0.7, 0.7) })[0]).toBeUndefined()
})

test('of equally good numbers the least has the vote', () => {
  expect(voteOf('silhouette', { silhouettes: Float64Array.of(0.1, 0.6, 0.6, 0.5) })[0]).toBe(3)
})

test('an index may be infinite', () => {
  expect(voteOf('calinskiHarabasz', { calinskiHarabasz: Float64Array.of(1, 2, Infinity, Infinity) })[0]).toBe(4)
  const all = Float64Array.of(Infinity, Infinity, Infinity, Infinity)
  expect(voteOf('daviesBouldin', { daviesBouldin: all })).toEqual([2, 'clusters overlap least, by Infinity'])
})

test('numbers are told in three digits', () => {
  expect([0.123456, 12345, 0.5, 1e-7 / 3, Infinity].map(digits)).toEqual([
    '0.123',
    '12300',
    '0.5',
    '3.33e-8',
    'Infinity',
  ])
})
