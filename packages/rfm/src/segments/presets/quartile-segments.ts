import type { SegmentRule } from '../segment-rules.js'

/**
 * Eight segments for four bins, drawn like `classicSegments`. Every combination of scores belongs to exactly one.
 *
 * | recency | frequency 1 | 2 | 3–4 |
 * |---|---|---|---|
 * | 4 | New | Potential Loyalists | Champions (money 3–4), Loyal |
 * | 3 | New | Potential Loyalists | Loyal |
 * | 2 | About To Sleep | About To Sleep | At Risk |
 * | 1 | Lost | Lost | Cannot Lose Them (money 3–4), At Risk |
 */
export const quartileSegments: readonly SegmentRule[] = [
  { name: 'Champions', recency: [4, 4], frequency: [3, 4], monetary: [3, 4] },
  { name: 'Loyal', recency: [4, 4], frequency: [3, 4], monetary: [1, 2] },
  { name: 'Loyal', recency: [3, 3], frequency: [3, 4], monetary: 'any' },
  { name: 'Potential Loyalists', recency: [3, 4], frequency: [2, 2], monetary: 'any' },
  { name: 'New', recency: [3, 4], frequency: [1, 1], monetary: 'any' },
  { name: 'About To Sleep', recency: [2, 2], frequency: [1, 2], monetary: 'any' },
  { name: 'At Risk', recency: [2, 2], frequency: [3, 4], monetary: 'any' },
  { name: 'At Risk', recency: [1, 1], frequency: [3, 4], monetary: [1, 2] },
  { name: 'Cannot Lose Them', recency: [1, 1], frequency: [3, 4], monetary: [3, 4] },
  { name: 'Lost', recency: [1, 1], frequency: [1, 2], monetary: 'any' },
]
