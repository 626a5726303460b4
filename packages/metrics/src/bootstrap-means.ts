import {
  checkAllFinite,
  checkInteger,
  checkLength,
  checkList,
  checkNumber,
  compensatedSum,
  quantiles,
  random,
  rangeError,
  run,
  type Random,
  type Steps,
} from '@clientele/core'

/** A mean and the interval in which it would lie if other customers of the same kind had come. */
export interface Estimate {
  /** The mean over all rows as they are. */
  readonly mean: number
  /** Lower end of the interval. */
  readonly low: number
  /** Upper end of the interval. */
  readonly high: number
}

/** How intervals are made. */
export interface BootstrapOptions {
  /** Any string or finite number; the same seed draws the same customers, whatever the model. Default 0. */
  readonly seed?: string | number
  /** How often the customers are drawn anew, at least 100; default 1000. */
  readonly resamples?: number
  /** How sure the interval is, in (0, 1); default 0.95. */
  readonly confidence?: number
}

/**
 * Means of several columns with percentile bootstrap intervals: rows are drawn with replacement, as many as there
 * are, and the interval spans the middle `confidence` of the means of those resamples.
 *
 * All columns share each draw, so they cost little more than one, and their intervals belong together. With few rows
 * (below about 30) percentile intervals are somewhat too narrow. Time
 * O(resamples × (rows + columns × rows that are not 0 throughout)).
 * @param columns numbers of the same rows (customers), each column at least one
 * @returns one estimate per column
 * @throws RangeError when columns are empty, differ in length or hold a number that is not finite, or an option is
 *   out of range
 * @see Efron and Tibshirani (1993), "An Introduction to the Bootstrap", chapter 13
 * @example bootstrapMeans([[0, 0, 1, 0]]) // [{ mean: 0.25, low: 0, high: 0.75 }]
 */
export function bootstrapMeans(columns: readonly ArrayLike<number>[], options: BootstrapOptions = {}): Estimate[] {
  return run(bootstrapSteps('bootstrapMeans', columns, bootstrapOptions('bootstrapMeans', options)))
}

/** Options with their defaults, checked. */
export function bootstrapOptions(
  fn: string,
  { seed = 0, resamples = 1000, confidence = 0.95 }: BootstrapOptions,
): Required<BootstrapOptions> {
  checkInteger(fn, 'resamples', resamples, { min: 100 })
  checkNumber(fn, 'confidence', confidence)
  if (!(confidence > 0 && confidence < 1)) throw rangeError(fn, 'confidence', 'be between 0 and 1', confidence)
  random(seed) // refuses a bad seed before long work begins
  return { seed, resamples, confidence }
}

/** Resamples between two reports of progress. */
const BLOCK = 32

/**
 * {@link bootstrapMeans} in steps of a few milliseconds.
 * @param weights per column how much each row counts in its mean, alike when missing
 */
export function* bootstrapSteps(
  fn: string,
  columns: readonly ArrayLike<number>[],
  { seed, resamples, confidence }: Required<BootstrapOptions>,
  weights: readonly (Float64Array | undefined)[] = [],
): Steps<Estimate[]> {
  checkList(fn, 'columns', columns)
  const rows = columns[0]?.length ?? 0
  columns.forEach((column, c) => checkColumn(fn, `columns[${c}]`, column, rows))
  // A weighted mean is the ratio of two sums: both are drawn together.
  const sums = [...columns.map((column, c) => weighted(column, weights[c])), ...weights.filter(isGiven)]
  const drawn = yield* resampledSums(sums, rows, seed, resamples)
  const tail = (1 - confidence) / 2
  let next = columns.length
  return columns.map((column, c) => {
    const weight = weights[c]
    const totals = weight && drawn[next++]!
    const means = drawn[c]!.map((sum, resample) => ratio(sum, totals ? totals[resample]! : rows))
    const [low, high] = quantiles(means, [tail, 1 - tail])
    const mean = ratio(compensatedSum(weighted(column, weight)), weight ? compensatedSum(weight) : rows)
    return { mean, low: low!, high: high! }
  })
}

function weighted(column: ArrayLike<number>, weight: Float64Array | undefined): ArrayLike<number> {
  return weight === undefined ? column : weight.map((each, row) => each * column[row]!)
}

function isGiven(weight: Float64Array | undefined): weight is Float64Array {
  return weight !== undefined
}

/** 0 where nobody weighs anything. */
function ratio(sum: number, total: number): number {
  return total === 0 ? 0 : sum / total
}

/** The sum of every column over each resample of the rows. */
function* resampledSums(
  columns: readonly ArrayLike<number>[],
  rows: number,
  seed: string | number,
  resamples: number,
): Steps<Float64Array[]> {
  const active = rowsWithNumbers(columns, rows)
  const packed = columns.map((column) => Float64Array.from(active, (row) => column[row]!))
  const sums = columns.map(() => new Float64Array(resamples))
  const stream = random(seed).fork('bootstrap')
  const times = new Float64Array(rows)
  const timesOfActive = new Float64Array(active.length)
  for (let resample = 0; resample < resamples; resample++) {
    drawRows(times, stream.fork(resample))
    for (let i = 0; i < active.length; i++) timesOfActive[i] = times[active[i]!]!
    for (let c = 0; c < packed.length; c += 3) {
      const three = weightedSums(timesOfActive, packed[c]!, packed[c + 1], packed[c + 2])
      for (let i = 0; i < 3 && c + i < sums.length; i++) sums[c + i]![resample] = three[i]!
    }
    if (resample % BLOCK === 0) yield { stage: 'bootstrap', done: resample, total: resamples }
  }
  return sums
}

function checkColumn(fn: string, name: string, column: ArrayLike<number>, rows: number): void {
  checkList(fn, name, column)
  if (column.length === 0) throw rangeError(fn, `${name}.length`, 'be at least 1', 0)
  checkLength(fn, name, column, rows, 'row')
  checkAllFinite(fn, name, column)
}

/** Rows that add something to any sum: where few customers have a hit, most rows are 0 throughout. */
function rowsWithNumbers(columns: readonly ArrayLike<number>[], rows: number): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => row).filter((row) => columns.some((column) => column[row] !== 0))
}

const HALF = 2 ** 26

/** Draws as many rows as there are, with replacement, and counts how often each was drawn. */
function drawRows(times: Float64Array, stream: Random): void {
  const rows = times.length
  times.fill(0)
  for (let drawn = 0; drawn < rows; drawn += 2) {
    // One draw has 53 random bits: the upper 26 pick one row, the lower 27 another. Drawing is half of the whole cost.
    const bits = stream.next() * HALF
    const upper = Math.floor(bits)
    times[Math.floor((upper / HALF) * rows)]!++
    if (drawn + 1 < rows) times[Math.floor((bits - upper) * rows)]!++
  }
}

/** Three columns at a time, so that how often a row was drawn is read once for all of them. */
function weightedSums(
  times: Float64Array,
  first: Float64Array,
  second: Float64Array = first,
  third: Float64Array = first,
): [number, number, number] {
  let a = 0
  let b = 0
  let c = 0
  for (let i = 0; i < times.length; i++) {
    const drawn = times[i]!
    a += drawn * first[i]!
    b += drawn * second[i]!
    c += drawn * third[i]!
  }
  return [a, b, c]
}
