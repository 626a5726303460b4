import { rangeError, run, type Dense, type DenseInput, type Progress, type Steps } from '@clientele/core'
import { checkCells, checkPoints } from '../check-points.js'
import { Pace } from '../pace.js'
import type { Components } from './components.js'
import { densityOf } from './density.js'
import { expectation } from './expectation.js'
import type { GaussianMixture } from './gaussian-mixture.js'
import type { CovarianceShape } from './mixture-options.js'

/** How much each row belongs to each component of a mixture. */
export interface MixtureMemberships {
  /** Row → the component it most likely belongs to, the lower of two equally likely. */
  readonly labels: Int32Array
  /** One row per row, one column per component: the probability of belonging to it. Each row adds up to 1. */
  readonly memberships: Dense
}

/**
 * How much rows belong to the components of a mixture that was fitted before: later customers, say.
 *
 * O(rows × k × columns²) time, k numbers a row of memory.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`, with the columns of the mixture
 * @param mixture what {@link gaussianMixture} found, or as much of it as is needed
 * @throws RangeError for rows of different length, a cell that is not finite (named), no rows, other columns
 * @example mixtureMemberships(newcomers, gaussianMixture(points, 3, { seed: 1 })).labels
 */
export function mixtureMemberships(
  points: DenseInput,
  mixture: Pick<GaussianMixture, 'centroids' | 'covariance' | 'covariances' | 'proportions'>,
): MixtureMemberships {
  const { centroids, covariance, covariances, proportions } = mixture
  const matrix = checkPoints('mixtureMemberships', points)
  checkCells('mixtureMemberships', 'points', matrix)
  if (matrix.columns !== centroids.columns) {
    const rule = `have ${centroids.columns} columns, as the mixture does`
    throw rangeError('mixtureMemberships', 'points', rule, matrix.columns)
  }
  const components = { columns: centroids.columns, means: centroids.values, covariances, proportions }
  return run(membershipsOf(matrix, components, covariance, new Pace(), { stage: 'memberships', done: 0, total: 1 }))
}

/** {@link mixtureMemberships} of arguments that are known to be good. */
export function* membershipsOf(
  { rows, values }: Dense,
  components: Components,
  shape: CovarianceShape,
  pace: Pace,
  progress: Progress,
): Steps<MixtureMemberships> {
  const k = components.proportions.length
  const memberships = { rows, columns: k, values: new Float64Array(rows * k) }
  yield* expectation(densityOf(components, shape), values, new Float64Array(rows), memberships.values, pace, progress)
  return { labels: likeliest(memberships), memberships }
}

/** Row → the column of its largest number, the first of equal ones. */
function likeliest({ rows, columns, values }: Dense): Int32Array {
  const labels = new Int32Array(rows)
  for (let row = 0, at = 0; row < rows; row++) {
    let best = at
    for (const end = at + columns; at < end; at++) if (values[at]! > values[best]!) best = at
    labels[row] = best - row * columns
  }
  return labels
}
