import { checkLength, typeError, type DenseInput } from '@clientele/core'
import { clusterMoments, type ClusterMoments } from './cluster-moments.js'

/** What sets a cluster apart. */
export interface ClusterExplanation {
  /** Its label. */
  readonly cluster: number
  /** Its rows. */
  readonly size: number
  /** Its part of all rows that lie in a cluster, in (0, 1]. */
  readonly share: number
  /** All features, those that lie farthest from the average first; of equally far ones the first column. */
  readonly features: readonly FeatureDifference[]
}

/** How far a cluster lies from the average in one feature. */
export interface FeatureDifference {
  /** The feature's name, or its column number as text. */
  readonly name: string
  /** Its column. */
  readonly column: number
  /** Mean in the cluster, in the unit of the points. */
  readonly mean: number
  /** Mean of all rows that lie in a cluster. */
  readonly overallMean: number
  /** `mean - overallMean`. */
  readonly difference: number
  /** The difference in population standard deviations of the feature; 0 for a feature that does not vary. */
  readonly standardDeviations: number
}

/** How {@link explainClusters} calls features. */
export interface ExplanationOptions {
  /** One name per column. */
  readonly names?: readonly string[]
}

/**
 * Says in plain numbers what sets each cluster apart: which features lie how far from the average.
 *
 * The points need not be those that were clustered: give them in units that people know, such as days and pounds, whatever
 * scaling the clustering needed. Rows of label -1 (noise) take no part.
 *
 * O(cells) time.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`
 * @param labels row → its cluster, an integer of at least 0; -1 for none
 * @returns one explanation per cluster that occurs, by ascending label
 * @throws RangeError for bad points or labels (named), no row in a cluster, or another number of names than columns
 * @example
 * const [first] = explainClusters([[1, 10], [3, 10], [8, 40]], [0, 0, 1], { names: ['orders', 'days'] })
 * first.features[0] // days: mean 10, overallMean 20, difference -10, standardDeviations -0.71
 */
export function explainClusters(
  points: DenseInput,
  labels: ArrayLike<number>,
  options: ExplanationOptions = {},
): ClusterExplanation[] {
  const means = clusterMoments('explainClusters', points, labels)
  const names = resolveNames('explainClusters', options.names, means.columns)
  return Array.from(means.clusters, (cluster, i) => ({
    cluster,
    size: means.sizes[i]!,
    share: means.sizes[i]! / means.rows,
    features: differencesOf(means, i, names).sort(
      (a, b) => Math.abs(b.standardDeviations) - Math.abs(a.standardDeviations) || a.column - b.column,
    ),
  }))
}

function differencesOf(all: ClusterMoments, cluster: number, names: readonly string[]): FeatureDifference[] {
  return names.map((name, column) => {
    const difference = all.differences[cluster * all.columns + column]!
    const deviation = Math.sqrt(all.variances[column]!)
    return {
      name,
      column,
      mean: all.clusterMeans[cluster * all.columns + column]!,
      overallMean: all.means[column]!,
      difference,
      standardDeviations: deviation > 0 ? difference / deviation : 0,
    }
  })
}

function resolveNames(fn: string, names: readonly string[] | undefined, columns: number): readonly string[] {
  if (names === undefined) return Array.from({ length: columns }, (_, column) => String(column))
  checkLength(fn, 'names', names, columns, 'column')
  names.forEach((name: unknown, i) => {
    if (typeof name !== 'string') throw typeError(fn, `names[${i}]`, 'be a string', name)
  })
  return names
}
