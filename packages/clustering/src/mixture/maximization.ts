import type { Progress, Steps } from '@clientele/core'
import type { Pace } from '../pace.js'
import type { Components } from './components.js'
import { addScatter, covariancesOf } from './covariances.js'
import { isDiagonal, type CovarianceShape } from './mixture-options.js'
import type { MixtureRows } from './mixture-rows.js'

/** A component of a smaller share of the weight keeps its place and shape: it has no rows to take them from. */
const LEAST_SHARE = 1e-12

/** Rows between two looks at the pace. */
const BLOCK = 256

/**
 * The maximization step: the components that make the rows likeliest, given how much each row belongs to each.
 *
 * O(rows × k × columns²) time, or × columns for diagonal and spherical components.
 * @param before the components so far, for those that have lost their rows
 */
export function* maximization(
  points: MixtureRows,
  memberships: Float64Array,
  shape: CovarianceShape,
  before: Components | undefined,
  pace: Pace,
  progress: Progress,
): Steps<Components> {
  const { rows, columns } = points
  const { masses, means } = massesAndMeans(points, memberships)
  const scatter = new Float64Array(masses.length * columns * columns)
  const diagonal = isDiagonal(shape)
  for (let start = 0; start < rows; start += BLOCK) {
    addScatter(points, memberships, means, diagonal, start, Math.min(start + BLOCK, rows), scatter)
    if (pace.due(BLOCK * masses.length * columns * (diagonal ? 1 : columns))) yield progress
  }
  const covariances = covariancesOf(points, masses, scatter, shape)
  const total = masses.reduce((sum, mass) => sum + mass, 0)
  if (before !== undefined) {
    masses.forEach((mass, component) => {
      if (mass < LEAST_SHARE * total) keep(component, before, { means, covariances })
    })
  }
  return { columns, proportions: masses.map((mass) => mass / total), means, covariances }
}

/**
 * Component → weight of what belongs to it, a trace at least, so that no component is ever nothing; and the mean of that. One pass, O(rows
 * × k × columns).
 */
function massesAndMeans({ rows, columns, values, weights }: MixtureRows, memberships: Float64Array) {
  const k = memberships.length / rows
  const masses = new Float64Array(k)
  const means = new Float64Array(k * columns)
  let total = 0
  for (let row = 0, of = 0; row < rows; row++) {
    const at = row * columns
    const weight = weights[row]!
    total += weight
    for (let component = 0, into = 0; component < k; component++) {
      const mass = weight * memberships[of++]!
      masses[component]! += mass
      for (let column = 0; column < columns; column++) means[into++]! += mass * values[at + column]!
    }
  }
  for (let component = 0, at = 0; component < k; component++) {
    masses[component] = Math.max(masses[component]!, (LEAST_SHARE / 2) * total)
    for (let column = 0; column < columns; column++) means[at++]! /= masses[component]!
  }
  return { masses, means }
}

function keep(
  component: number,
  before: Components,
  { means, covariances }: Pick<Components, 'means' | 'covariances'>,
): void {
  for (const [from, into, size] of [
    [before.means, means, before.columns],
    [before.covariances, covariances, before.columns ** 2],
  ] as const) {
    into.set(from.subarray(component * size, (component + 1) * size), component * size)
  }
}
