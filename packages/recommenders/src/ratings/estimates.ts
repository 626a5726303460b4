import type { Profile } from '../profile.js'
import { kthLargest } from './kth-largest.js'

/** What a rating is expected to be before any neighbour is heard; the three are added. */
export interface Level {
  /** What all ratings have in common. */
  readonly everybody: number
  /** What is the customer's own. */
  readonly customer: number
  /** What is the product's own. */
  readonly product: number
}

/** Neighbours who have something to say of a product, in ascending order of their rows. */
export interface Voices {
  /** Which rows the neighbours are: customers, or products of the history. */
  readonly rows: Int32Array
  /** How much each counts, above 0. */
  readonly weights: Float64Array
  /** How far each is from what was expected of it. */
  readonly deviations: Float64Array
  /** Room to choose among weights in. */
  readonly scratch: Float64Array
}

/** What is known for somebody with a history, made ready to estimate their ratings. */
export interface Estimates {
  /** The level of a product; `heard` says whether there are neighbours enough. */
  readonly levelOf: (product: number, heard: boolean) => Level
  /** What deviations are multiplied by. */
  readonly scaleOf: (product: number) => number
  /** Writes the neighbours who know a product, and returns how many they are. */
  readonly collect: (product: number, into: Voices) => number
}

/** Estimates ratings: for a history, once for all products or once for a single one. */
export interface Estimator {
  /** `all` when all products will be asked for. */
  readonly prepare: (profile: Profile, all: boolean) => Estimates
  /** The most neighbours there can be of one product. */
  readonly most: number
  /** At most so many are heard, those that count most; of equal ones the lower row. */
  readonly neighbors: number
  /** With fewer, none is heard. */
  readonly minNeighbors: number
}

/** A rating as it is estimated. */
export interface Estimate {
  readonly level: Level
  /** How many of the voices were heard: the first ones of those that were collected into. */
  readonly heard: number
  /** What each voice's weight × deviation is multiplied by. */
  readonly factor: number
  /** level + Σ weight × deviation ÷ Σ weight × scale */
  readonly rating: number
}

/** Room for the voices of one product. */
export function roomForVoices({ most }: Estimator): Voices {
  const numbers = () => new Float64Array(most)
  return { rows: new Int32Array(most), weights: numbers(), deviations: numbers(), scratch: numbers() }
}

/** The level, and the weighted mean of what the neighbours say. */
export function estimate(
  estimates: Estimates,
  { neighbors, minNeighbors }: Estimator,
  product: number,
  voices: Voices,
): Estimate {
  const count = keepLoudest(voices, estimates.collect(product, voices), neighbors)
  const heard = count >= minNeighbors ? count : 0
  const level = estimates.levelOf(product, heard > 0)
  const expected = level.everybody + level.customer + level.product
  if (heard === 0) return { level, heard, factor: 0, rating: expected }
  let [sum, weight] = [0, 0]
  for (let i = 0; i < heard; i++) {
    sum += voices.weights[i]! * voices.deviations[i]!
    weight += voices.weights[i]!
  }
  const scale = estimates.scaleOf(product)
  return { level, heard, factor: scale / weight, rating: expected + (sum / weight) * scale }
}

/** Keeps the voices that count most, in their order, and returns how many are left. */
function keepLoudest({ rows, weights, deviations, scratch }: Voices, count: number, most: number): number {
  if (count <= most) return count
  const least = kthLargest(weights, count, most, scratch)
  let ties = most
  for (let i = 0; i < count; i++) if (weights[i]! > least) ties--
  let kept = 0
  for (let i = 0; i < count; i++) {
    if (weights[i]! < least || (weights[i] === least && ties-- <= 0)) continue
    rows[kept] = rows[i]!
    weights[kept] = weights[i]!
    deviations[kept] = deviations[i]!
    kept++
  }
  return kept
}
