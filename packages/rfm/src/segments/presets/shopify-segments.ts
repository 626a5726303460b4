import type { SegmentRule } from '../segment-rules.js'

/**
 * The groups of Shopify's customer analysis, for five bins: recency against the mean of frequency and monetary scores, FM. With
 * customers without an order, whom `nameSegments` calls Prospects, they are the eleven of that report. Every combination of
 * scores belongs to exactly one.
 *
 * Shopify publishes the names and describes them ("customers with recent purchases, some orders, and moderate spend") but gives
 * no borders; these follow the descriptions.
 *
 * | recency | FM up to 2 | FM above 2, below 4 | FM from 4 |
 * |---|---|---|---|
 * | 5 | New | Active | Champions |
 * | 4 | Promising | Active | Loyal |
 * | 3 | Promising | Needs Attention | Loyal |
 * | 2 | Almost Lost | At Risk | Previously Loyal |
 * | 1 | Dormant | At Risk | Previously Loyal |
 * @see https://shopify.dev/docs/api/admin-graphql/latest/enums/CustomerRfmGroup
 */
export const shopifySegments: readonly SegmentRule[] = [
  { name: 'Champions', recency: [5, 5], frequency: [3, 3], monetary: [5, 5] },
  { name: 'Champions', recency: [5, 5], frequency: [4, 4], monetary: [4, 5] },
  { name: 'Champions', recency: [5, 5], frequency: [5, 5], monetary: [3, 5] },
  { name: 'Loyal', recency: [3, 4], frequency: [3, 3], monetary: [5, 5] },
  { name: 'Loyal', recency: [3, 4], frequency: [4, 4], monetary: [4, 5] },
  { name: 'Loyal', recency: [3, 4], frequency: [5, 5], monetary: [3, 5] },
  { name: 'Active', recency: [4, 5], frequency: [1, 1], monetary: [4, 5] },
  { name: 'Active', recency: [4, 5], frequency: [2, 2], monetary: [3, 5] },
  { name: 'Active', recency: [4, 5], frequency: [3, 3], monetary: [2, 4] },
  { name: 'Active', recency: [4, 5], frequency: [4, 4], monetary: [1, 3] },
  { name: 'Active', recency: [4, 5], frequency: [5, 5], monetary: [1, 2] },
  { name: 'New', recency: [5, 5], frequency: [1, 1], monetary: [1, 3] },
  { name: 'New', recency: [5, 5], frequency: [2, 2], monetary: [1, 2] },
  { name: 'New', recency: [5, 5], frequency: [3, 3], monetary: [1, 1] },
  { name: 'Promising', recency: [3, 4], frequency: [1, 1], monetary: [1, 3] },
  { name: 'Promising', recency: [3, 4], frequency: [2, 2], monetary: [1, 2] },
  { name: 'Promising', recency: [3, 4], frequency: [3, 3], monetary: [1, 1] },
  { name: 'Needs Attention', recency: [3, 3], frequency: [1, 1], monetary: [4, 5] },
  { name: 'Needs Attention', recency: [3, 3], frequency: [2, 2], monetary: [3, 5] },
  { name: 'Needs Attention', recency: [3, 3], frequency: [3, 3], monetary: [2, 4] },
  { name: 'Needs Attention', recency: [3, 3], frequency: [4, 4], monetary: [1, 3] },
  { name: 'Needs Attention', recency: [3, 3], frequency: [5, 5], monetary: [1, 2] },
  { name: 'At Risk', recency: [1, 2], frequency: [1, 1], monetary: [4, 5] },
  { name: 'At Risk', recency: [1, 2], frequency: [2, 2], monetary: [3, 5] },
  { name: 'At Risk', recency: [1, 2], frequency: [3, 3], monetary: [2, 4] },
  { name: 'At Risk', recency: [1, 2], frequency: [4, 4], monetary: [1, 3] },
  { name: 'At Risk', recency: [1, 2], frequency: [5, 5], monetary: [1, 2] },
  { name: 'Almost Lost', recency: [2, 2], frequency: [1, 1], monetary: [1, 3] },
  { name: 'Almost Lost', recency: [2, 2], frequency: [2, 2], monetary: [1, 2] },
  { name: 'Almost Lost', recency: [2, 2], frequency: [3, 3], monetary: [1, 1] },
  { name: 'Previously Loyal', recency: [1, 2], frequency: [3, 3], monetary: [5, 5] },
  { name: 'Previously Loyal', recency: [1, 2], frequency: [4, 4], monetary: [4, 5] },
  { name: 'Previously Loyal', recency: [1, 2], frequency: [5, 5], monetary: [3, 5] },
  { name: 'Dormant', recency: [1, 1], frequency: [1, 1], monetary: [1, 3] },
  { name: 'Dormant', recency: [1, 1], frequency: [2, 2], monetary: [1, 2] },
  { name: 'Dormant', recency: [1, 1], frequency: [3, 3], monetary: [1, 1] },
]
