import { numberByFirstRow } from '../number-by-first-row.js'
import type { GaussianMixture } from './gaussian-mixture.js'

/**
 * Numbers components by the first row that most likely belongs to them, those of no row last, and adds up what belongs to
 * each. O(rows × k).
 * @param weights one number per row; default 1 each
 */
export function orderComponents(
  mixture: Omit<GaussianMixture, 'sizes'>,
  weights: ArrayLike<number> | undefined,
): GaussianMixture {
  const { labels, memberships, centroids, covariances, proportions } = mixture
  const firsts = numberByFirstRow(labels, proportions.length)
  let next = firsts.filter((number) => number >= 0).length
  const numbers = firsts.map((number) => (number < 0 ? next++ : number))
  const shares = moved(memberships.values, numbers, 1)
  return {
    ...mixture,
    labels: labels.map((label) => numbers[label]!),
    memberships: { ...memberships, values: shares },
    centroids: { ...centroids, values: moved(centroids.values, numbers, centroids.columns) },
    covariances: moved(covariances, numbers, centroids.columns ** 2),
    proportions: moved(proportions, numbers, 1),
    sizes: sizesOf(shares, numbers.length, weights),
  }
}

/** Pieces of `size` numbers, one per component and again from the first: each goes to the place of its new number. */
function moved(values: Float64Array, numbers: Int32Array, size: number): Float64Array {
  const into = new Float64Array(values.length)
  const k = numbers.length
  for (let piece = 0, from = 0; from < values.length; piece++, from += size) {
    const place = piece - (piece % k) + numbers[piece % k]!
    into.set(values.subarray(from, from + size), place * size)
  }
  return into
}

function sizesOf(shares: Float64Array, k: number, weights: ArrayLike<number> | undefined): Float64Array {
  const sizes = new Float64Array(k)
  for (let row = 0, at = 0; at < shares.length; row++) {
    const weight = weights === undefined ? 1 : weights[row]!
    for (let component = 0; component < k; component++) sizes[component]! += weight * shares[at++]!
  }
  return sizes
}
