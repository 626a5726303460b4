import type { SegmentRule } from '../segment-rules.js'

/**
 * The six groups of Klaviyo's RFM report, for three bins. Every combination of scores belongs to exactly one.
 *
 * Klaviyo describes the groups and names the scores of some; the others follow the descriptions.
 *
 * | recency | frequency 1 | frequency 2 | frequency 3 |
 * |---|---|---|---|
 * | 3 | Recent | Loyal, or Champions if money is 3 | Champions, or Loyal if money is 1 |
 * | 2 | Needs Attention | Needs Attention | Loyal, or Needs Attention if money is 1 |
 * | 1 | Inactive | At Risk | At Risk |
 * @see https://help.klaviyo.com/hc/en-us/articles/17797937793179
 */
export const klaviyoSegments: readonly SegmentRule[] = [
  { name: 'Champions', recency: [3, 3], frequency: [3, 3], monetary: [2, 3] },
  { name: 'Champions', recency: [3, 3], frequency: [2, 2], monetary: [3, 3] },
  { name: 'Loyal', recency: [3, 3], frequency: [3, 3], monetary: [1, 1] },
  { name: 'Loyal', recency: [3, 3], frequency: [2, 2], monetary: [1, 2] },
  { name: 'Loyal', recency: [2, 2], frequency: [3, 3], monetary: [2, 3] },
  { name: 'Recent', recency: [3, 3], frequency: [1, 1], monetary: 'any' },
  { name: 'Needs Attention', recency: [2, 2], frequency: [1, 2], monetary: 'any' },
  { name: 'Needs Attention', recency: [2, 2], frequency: [3, 3], monetary: [1, 1] },
  { name: 'At Risk', recency: [1, 1], frequency: [2, 3], monetary: 'any' },
  { name: 'Inactive', recency: [1, 1], frequency: [1, 1], monetary: 'any' },
]
