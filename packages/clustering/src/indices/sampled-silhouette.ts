import { localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { checkInteger, random, run, type DenseInput, type Steps } from '@clientele/core'
import { checkSeed } from '../check-seed.js'
import { drawDistinct } from './draw-distinct.js'
import { groupedPoints, type GroupedPoints } from './grouped-points.js'
import { labelledRows, type LabelledRows } from './labelled-rows.js'
import { resolveDistance, type SilhouetteOptions } from './silhouette.js'
import { silhouetteValues } from './silhouette-values.js'

/** What the sampled silhouette takes besides points and labels. */
export interface SampledSilhouetteOptions extends SilhouetteOptions {
  /** Any string or finite number; the same seed draws the same rows everywhere. */
  readonly seed: string | number
  /** How many rows are drawn, at least 2; default 1000. All when there are fewer. */
  readonly sample?: number
}

/** The mean silhouette as some rows tell it. */
export interface SampledSilhouette {
  /** Mean over the rows drawn: right on average. */
  readonly mean: number
  /**
   * How far that may be from the mean of all rows: one standard deviation of it over all samples that might have been drawn.
   * 0 when all rows were.
   */
  readonly standardError: number
  /** The rows drawn, ascending; a row with a weight may be drawn as often as that. */
  readonly rows: Int32Array
  /** The exact silhouette of each of them. */
  readonly values: Float64Array
}

/**
 * Estimates the mean silhouette of many rows from some of them, and says how far off it may be.
 *
 * Rows are drawn without replacement, and each drawn row is compared with all rows: its silhouette is exact, and their mean is
 * not biased. (Taking the silhouette of a sample alone, as is common, compares rows with fewer others and is.)
 *
 * O(sample × distinct rows × columns) time: about a second for 1000 of a million rows of six columns; memory for a few copies
 * of the points.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`
 * @param labels row → its cluster, an integer from 0 to 65535; -1 for a row that belongs to none and takes no part
 * @throws RangeError as {@link silhouette} does, and for a `sample` below 2; TypeError without a seed
 * @see Cochran (1977), "Sampling Techniques", chapter 2, for the standard error
 * @example
 * const { mean, standardError } = sampledSilhouette(points, labels, { seed: 1, sample: 2000 })
 * // mean ± 2 × standardError holds the mean of all rows in about 95 of 100 samples
 */
export function sampledSilhouette(
  points: DenseInput,
  labels: ArrayLike<number>,
  options: SampledSilhouetteOptions,
): SampledSilhouette {
  return run(sampledSteps('sampledSilhouette', localEngine(), points, labels, options))
}

/**
 * {@link sampledSilhouette} on a pool of workers, letting other work of the thread happen in between; the same result, bit for
 * bit.
 *
 * Progress counts rows drawn. When `signal` ends it, the promise rejects with the signal's reason.
 * @example await sampledSilhouetteAsync(points, labels, { seed: 1, signal: AbortSignal.timeout(5000) })
 */
export function sampledSilhouetteAsync(
  points: DenseInput,
  labels: ArrayLike<number>,
  options: SampledSilhouetteOptions & PooledOptions,
): Promise<SampledSilhouette> {
  const fn = 'sampledSilhouetteAsync'
  return onPool(fn, options, (engine) => sampledSteps(fn, engine, points, labels, options))
}

function* sampledSteps(
  fn: string,
  engine: Engine,
  points: DenseInput,
  labels: ArrayLike<number>,
  options: SampledSilhouetteOptions,
): Steps<SampledSilhouette> {
  const distance = resolveDistance(fn, options)
  const { seed, sample = 1000 } = options ?? {}
  checkSeed(fn, seed)
  checkInteger(fn, 'sample', sample, { min: 2 })
  const labelled = labelledRows(fn, points, labels, options)
  const count = Math.min(sample, labelled.total)
  yield { stage: 'silhouette', done: 0, total: count }
  const rows = rowsOfUnits(labelled, drawDistinct(labelled.total, count, random(seed).fork('silhouette')))
  const grouped = groupedPoints(labelled)
  const { values } = yield* silhouetteValues(fn, engine, grouped, chosenRows(grouped, rows), distance)
  return { ...meanAndError(values, labelled.total), rows, values }
}

/** The row that each unit of weight belongs to, among those that belong to a cluster; units ascend. */
function rowsOfUnits({ clusterOf, weights }: LabelledRows, units: Float64Array): Int32Array {
  const rows = new Int32Array(units.length)
  let before = 0
  for (let row = 0, next = 0; next < units.length; row++) {
    if (clusterOf[row]! < 0) continue
    before += weights === undefined ? 1 : weights[row]!
    while (next < units.length && units[next]! < before) rows[next++] = row
  }
  return rows
}

function chosenRows({ rows, owners, placeOfRow, columns }: GroupedPoints, chosen: Int32Array) {
  const places = chosen.map((row) => placeOfRow[row]!)
  const cells = new Float64Array(places.length * columns)
  places.forEach((place, i) => cells.set(rows.subarray(place * columns, (place + 1) * columns), i * columns))
  return { rows: cells, owners: places.map((place) => owners[place]!) }
}

/** Of a sample without replacement from so many. */
function meanAndError(values: Float64Array, total: number): { mean: number; standardError: number } {
  const count = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, standardError: Math.sqrt((squares / (count - 1) / count) * (1 - count / total)) }
}
