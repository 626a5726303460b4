import { expect, test } from 'vitest'
import { verdict } from '../../src/choose-k/verdict.js'
import { votesOf, type Vote } from '../../src/choose-k/votes.js'
import { madeCurves } from './made-curves.js'

const curves = madeCurves()
/** Six votes for the numbers given. */
const votes = (...ks: (number | undefined)[]): Vote[] =>
  votesOf(curves).map((vote, i) => ({ by: vote.by, k: ks[i], reason: '' }))

test('all votes for one number', () => {
  expect(verdict(curves, votesOf(curves))).toEqual({ k: 3, agreement: 1, reason: '6 of 6 votes are for 3' })
})

test('half of the votes are enough when no other number has as many', () => {
  expect(verdict(curves, votes(4, 2, 4, 4, 1, undefined))).toEqual({
    k: 4,
    agreement: 0.5,
    reason: '3 of 6 votes are for 4',
  })
})

test.each([
  [[2, 2, 2, 4, 4, 4], 0.5, '3 for 2, 3 for 4'],
  [[2, 2, 3, 4, 5, undefined], 1 / 3, '2 for 2, 1 for 3, 1 for 4, 1 for 5, 1 for none'],
  [[undefined, undefined, undefined, undefined, undefined, undefined], 0, '6 for none'],
])('votes %j are split', (ks, agreement, listed) => {
  expect(verdict(curves, votes(...ks))).toEqual({
    k: undefined,
    agreement,
    reason: `no clear k: votes are split, ${listed}`,
  })
})

test('most votes for one cluster say that there are none', () => {
  expect(verdict(curves, votes(1, 1, 1, 1, 2, 3))).toEqual({
    k: undefined,
    agreement: 4 / 6,
    reason: 'no clear k: 4 of 6 votes are for 1',
  })
})

test('however the votes, a silhouette that chance reaches is not enough', () => {
  // 0.38, 0.4, 0.42: mean 0.4; one more deviates by 0.02 · √(4/3) = 0.0231, and three times that reaches up to 0.469
  const reason =
    'no clear k: the best mean silhouette, 0.469, is not clearly above that of rows without clusters, 0.4 ± 0.0231'
  const poor = madeCurves({ silhouettes: Float64Array.of(0.1, 0.469, 0.2, 0.1) })
  expect(verdict(poor, votesOf(poor))).toEqual({ k: undefined, agreement: 1, reason })
  expect(verdict(madeCurves({ silhouettes: Float64Array.of(0.1, 0.4695, 0.2, 0.1) }), votesOf(poor)).k).toBe(3)
})
