import type { SegmentRule } from '../segment-rules.js'

/**
 * The rules of the system rfm-recommender, for five bins, where the first that matches decides. They cover every combination of
 * scores but overlap: what At Risk and Cannot Lose Them claim, Loyal Customers has taken before, so these two never match, as
 * `checkRules` proves. They stand here to reproduce its figures; {@link rfmRecommenderDisjointSegments} is the corrected set.
 */
export const rfmRecommenderSegments: readonly SegmentRule[] = [
  { name: 'Champions', recency: [4, 5], frequency: [4, 5], monetary: [4, 5] },
  { name: 'Loyal Customers', recency: 'any', frequency: [3, 5], monetary: [3, 5] },
  { name: 'Potential Loyalists', recency: [3, 5], frequency: 'any', monetary: [3, 5] },
  { name: 'New Customers', recency: [4, 5], frequency: [1, 2], monetary: 'any' },
  { name: 'At Risk', recency: [1, 2], frequency: [3, 5], monetary: [3, 5] },
  { name: 'Cannot Lose Them', recency: [1, 2], frequency: [4, 5], monetary: [4, 5] },
  { name: 'Hibernating', recency: [1, 2], frequency: [1, 2], monetary: [2, 5] },
  { name: 'Price Sensitive', recency: 'any', frequency: [3, 5], monetary: [1, 2] },
  { name: 'Need Attention', recency: [2, 3], frequency: [2, 3], monetary: [2, 3] },
  { name: 'Lost', recency: [1, 2], frequency: [1, 2], monetary: [1, 2] },
  { name: 'Others', recency: 'any', frequency: 'any', monetary: 'any' },
]

/**
 * What {@link rfmRecommenderSegments} mean to say: the same segments, with Cannot Lose Them and At Risk taken out of Loyal
 * Customers, who are customers of recency 3 and more. Every combination of scores belongs to exactly one.
 */
export const rfmRecommenderDisjointSegments: readonly SegmentRule[] = [
  { name: 'Champions', recency: [4, 5], frequency: [4, 5], monetary: [4, 5] },
  { name: 'Cannot Lose Them', recency: [1, 2], frequency: [4, 5], monetary: [4, 5] },
  { name: 'At Risk', recency: [1, 2], frequency: [3, 3], monetary: [3, 5] },
  { name: 'At Risk', recency: [1, 2], frequency: [4, 5], monetary: [3, 3] },
  { name: 'Loyal Customers', recency: [3, 3], frequency: [3, 5], monetary: [3, 5] },
  { name: 'Loyal Customers', recency: [4, 5], frequency: [3, 3], monetary: [3, 5] },
  { name: 'Loyal Customers', recency: [4, 5], frequency: [4, 5], monetary: [3, 3] },
  { name: 'Potential Loyalists', recency: [3, 5], frequency: [1, 2], monetary: [3, 5] },
  { name: 'New Customers', recency: [4, 5], frequency: [1, 2], monetary: [1, 2] },
  { name: 'Hibernating', recency: [1, 2], frequency: [1, 2], monetary: [2, 5] },
  { name: 'Price Sensitive', recency: 'any', frequency: [3, 5], monetary: [1, 2] },
  { name: 'Need Attention', recency: [3, 3], frequency: [2, 2], monetary: [2, 2] },
  { name: 'Lost', recency: [1, 2], frequency: [1, 2], monetary: [1, 1] },
  { name: 'Others', recency: [3, 3], frequency: [1, 1], monetary: [1, 2] },
  { name: 'Others', recency: [3, 3], frequency: [2, 2], monetary: [1, 1] },
]
