import type { SegmentRule } from '../segment-rules.js'

/**
 * The eleven segments known from retail, for five bins. They are told apart by recency and frequency; money decides who is a
 * Champion among recent, and who must not be lost among absent, frequent buyers. Every combination of scores belongs to
 * exactly one of them.
 *
 * | recency | frequency 1 | 2 | 3 | 4–5 |
 * |---|---|---|---|---|
 * | 5 | New | Potential Loyalists | Potential Loyalists | Champions (money 4–5), Loyal |
 * | 4 | Promising | Potential Loyalists | Potential Loyalists | Champions (money 4–5), Loyal |
 * | 3 | About To Sleep | About To Sleep | Need Attention | Loyal |
 * | 2 | Hibernating | Hibernating | At Risk | Cannot Lose Them (money 4–5), At Risk |
 * | 1 | Lost | Lost | At Risk | Cannot Lose Them (money 4–5), At Risk |
 */
export const classicSegments: readonly SegmentRule[] = [
  { name: 'Champions', recency: [4, 5], frequency: [4, 5], monetary: [4, 5] },
  { name: 'Loyal', recency: [4, 5], frequency: [4, 5], monetary: [1, 3] },
  { name: 'Loyal', recency: [3, 3], frequency: [4, 5], monetary: 'any' },
  { name: 'Potential Loyalists', recency: [4, 5], frequency: [2, 3], monetary: 'any' },
  { name: 'New', recency: [5, 5], frequency: [1, 1], monetary: 'any' },
  { name: 'Promising', recency: [4, 4], frequency: [1, 1], monetary: 'any' },
  { name: 'Need Attention', recency: [3, 3], frequency: [3, 3], monetary: 'any' },
  { name: 'About To Sleep', recency: [3, 3], frequency: [1, 2], monetary: 'any' },
  { name: 'At Risk', recency: [1, 2], frequency: [3, 3], monetary: 'any' },
  { name: 'At Risk', recency: [1, 2], frequency: [4, 5], monetary: [1, 3] },
  { name: 'Cannot Lose Them', recency: [1, 2], frequency: [4, 5], monetary: [4, 5] },
  { name: 'Hibernating', recency: [2, 2], frequency: [1, 2], monetary: 'any' },
  { name: 'Lost', recency: [1, 1], frequency: [1, 2], monetary: 'any' },
]
