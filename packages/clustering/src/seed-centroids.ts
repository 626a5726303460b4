import type { Progress, Random, Steps } from '@clientele/core'
import type { Pace } from './pace.js'
import type { WeightedPoints } from './weighted-points.js'

/**
 * Picks k distinct rows to start from: greedy k-means++.
 *
 * The first row is drawn by weight. For each further one, 2 + ⌊ln k⌋ candidates are drawn with probability proportional
 * to weight × squared distance to the nearest row already picked, and the one that leaves the least total of these is
 * kept (of equal ones the first drawn).
 *
 * O(rows × columns × k ln k) time, four numbers a row of memory.
 * @returns the picked rows as centroids, k × columns numbers
 * @see Arthur and Vassilvitskii (2007), "k-means++: The Advantages of Careful Seeding", SODA, section 7 for the greedy
 * form
 */
export function* seedCentroids(
  points: WeightedPoints,
  k: number,
  random: Random,
  pace: Pace,
  progress: Progress,
): Steps<Float64Array> {
  const { rows, columns, values, weights } = points
  const candidates = 2 + Math.floor(Math.log(k))
  const cumulative = new Float64Array(rows)
  let nearest = new Float64Array(rows).fill(Infinity)
  let trial = new Float64Array(rows)
  let best = new Float64Array(rows)
  const picked = new Int32Array(k)
  picked[0] = draw(cumulative, accumulate(weights, undefined, cumulative), random)
  potentialWith(points, picked[0], nearest, best)
  for (let cluster = 1; cluster < k; cluster++) {
    ;[nearest, best] = [best, nearest]
    const potential = accumulate(weights, nearest, cumulative)
    let least = Infinity
    for (let candidate = 0; candidate < candidates; candidate++) {
      const row = potential > 0 ? draw(cumulative, potential, random) : firstUnpicked(picked, cluster)
      const left = potentialWith(points, row, nearest, trial)
      if (left < least) {
        least = left
        picked[cluster] = row
        ;[best, trial] = [trial, best]
      }
      if (pace.due(rows * columns)) yield progress
    }
  }
  const centroids = new Float64Array(k * columns)
  picked.forEach((row, cluster) => {
    centroids.set(values.subarray(row * columns, (row + 1) * columns), cluster * columns)
  })
  return centroids
}

/** Running totals of weight × distance (of the weights alone without distances); returns the last. */
function accumulate(weights: Float64Array, distances: Float64Array | undefined, into: Float64Array): number {
  let total = 0
  for (let row = 0; row < weights.length; row++) {
    total += distances === undefined ? weights[row]! : weights[row]! * distances[row]!
    into[row] = total
  }
  return total
}

/** A row with probability proportional to its step in the running totals; never one whose step is 0. */
function draw(cumulative: Float64Array, total: number, random: Random): number {
  const target = random.next() * total
  let low = 0
  let high = cumulative.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (cumulative[middle]! > target) high = middle
    else low = middle + 1
  }
  // A target that was rounded up to the total runs past all steps: go back to the last one.
  while (low > 0 && cumulative[low] === cumulative[low - 1]) low--
  return low
}

/**
 * Squared distances to the nearest picked row if `row` were picked too, written to `into`; returns their weighted
 * total.
 */
function potentialWith(
  { rows, columns, values, weights }: WeightedPoints,
  row: number,
  nearest: Float64Array,
  into: Float64Array,
): number {
  const from = row * columns
  let potential = 0
  for (let other = 0, at = 0; other < rows; other++, at += columns) {
    let distance = 0
    for (let column = 0; column < columns; column++) {
      const gap = values[at + column]! - values[from + column]!
      distance += gap * gap
    }
    const least = Math.min(distance, nearest[other]!)
    into[other] = least
    potential += weights[other]! * least
  }
  return potential
}

/** For rows so close together that their squared distances are all rounded to 0. */
function firstUnpicked(picked: Int32Array, count: number): number {
  const taken = new Set(picked.subarray(0, count))
  let row = 0
  while (taken.has(row)) row++
  return row
}
