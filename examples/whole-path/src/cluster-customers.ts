import { distinctRows, elbowAsync, kmeansAsync, kneedle, type Elbow } from '@clientele/clustering'
import { denseOf, type AsyncOptions, type FeatureTable } from '@clientele/core'
import { summarizeSegments } from '@clientele/rfm'

/** Customers grouped by their scores alone, and how the number of groups was chosen. */
export interface CustomerClusters {
  /** Distinct combinations of scores among the customers. */
  readonly cells: number
  readonly elbow: Elbow
  /** Where Kneedle sees the curve bend; `undefined` when it is too short or too straight, and all customers are one cluster. */
  readonly knee: number | undefined
  /** Number of clusters. */
  readonly k: number
  /** Customer → cluster, numbered from 1, the largest first. */
  readonly cluster: Int32Array
  /** What each cluster is worth: one row per cluster, columns as `summarizeSegments` makes them. */
  readonly summary: FeatureTable
}

const SCORES = ['recencyScore', 'frequencyScore', 'monetaryScore'] as const
const MOST_CLUSTERS = 15
const RESTARTS = 100

/**
 * k-means on the three scores: the elbow over k = 1 to 15, Kneedle's choice, and the clusters for it. Customers with the same
 * scores are one weighted point, which leaves the result as it is and makes 100 restarts cheap.
 */
export async function clusterCustomers(
  scored: FeatureTable,
  seed: string | number,
  asynchronous: AsyncOptions,
): Promise<CustomerClusters> {
  const { points, weights, labelOfRow } = distinctRows(denseOf(scored, SCORES))
  const ks = Array.from({ length: Math.min(MOST_CLUSTERS, points.rows) }, (_, i) => i + 1)
  const options = { seed, restarts: RESTARTS, tolerance: 0, weights, ...asynchronous }
  const elbow = await elbowAsync(points, ks, options)
  const knee = bendOf(elbow)
  const k = knee ?? 1
  const { labels, sizes } = await kmeansAsync(points, k, options)
  const number = numbersBySize(sizes)
  const cluster = labelOfRow.map((cell) => number[labels[cell]!]!)
  return { cells: points.rows, elbow, knee, k, cluster, summary: summarize(scored, cluster, k) }
}

function bendOf({ ks, inertias }: Elbow): number | undefined {
  if (ks.length < 3) return undefined
  return kneedle(ks, inertias, { curve: 'convex', direction: 'decreasing' })?.knee
}

/** Cluster → its number from 1, the largest first, equal sizes in the order they have. */
function numbersBySize(sizes: Float64Array): Int32Array {
  const numbers = new Int32Array(sizes.length)
  const order = Array.from(sizes.keys()).sort((a, b) => sizes[b]! - sizes[a]! || a - b)
  order.forEach((cluster, rank) => (numbers[cluster] = rank + 1))
  return numbers
}

/** A cluster is summarized as a segment that has a number for a name. */
function summarize(scored: FeatureTable, cluster: Int32Array, k: number): FeatureTable {
  const labels = Array.from({ length: k }, (_, i) => String(i + 1))
  const numbered = { name: 'segment', values: cluster.map((number) => number - 1), labels }
  const figures = scored.columns.filter(({ name }) => name !== 'segment')
  return summarizeSegments({ ...scored, columns: [...figures, numbered] })
}
