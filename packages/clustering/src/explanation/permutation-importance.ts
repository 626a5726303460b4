import {
  checkInteger,
  checkLength,
  random,
  run,
  runAsync,
  shuffle,
  type AsyncOptions,
  type Dense,
  type DenseInput,
  type Random,
  type Steps,
} from '@clientele/core'
import { checkSeed } from '../check-seed.js'
import { checkPoints } from '../check-points.js'
import { checkLabels } from '../comparison/contingency.js'

/** Which features decide where a row belongs. */
export interface PermutationImportance {
  /** Column → mean share of the rows that change their cluster when the column is shuffled, in [0, 1]. */
  readonly importances: Float64Array
  /** Column → population standard deviation of that share over the repeats. */
  readonly standardDeviations: Float64Array
}

/** How {@link permutationImportance} shuffles. */
export interface PermutationOptions {
  /** Any string or finite number; the same seed gives the same shuffles everywhere. */
  readonly seed: string | number
  /** How often each column is shuffled; default 5. */
  readonly repeats?: number
}

/**
 * The share of rows that land in another cluster when one feature's numbers are dealt out anew among all rows, the others
 * staying as they are: how much the assignment depends on that feature.
 *
 * Of two features that say the same, each looks less important than both are together. Each shuffle draws from its own
 * stream, so that more repeats or columns leave the others as they were.
 *
 * Columns × repeats assignments, and a copy of the points.
 *
 * @param points rows of finite numbers, or a `Dense`: as `assign` expects them
 * @param assign gives the cluster of each row of a matrix, by the clustering in question; must not keep the matrix
 * @throws RangeError for bad points, a number of repeats below 1, or labels of `assign` that are not one integer per row;
 * TypeError without a seed
 * @see Breiman (2001), "Random Forests", Machine Learning 45, section 10
 * @example
 * const side = ({ values }) => Array.from({ length: 4 }, (_, row) => (values[2 * row] < 5 ? 0 : 1)) // by column 0
 * permutationImportance([[1, 3], [2, 9], [8, 4], [9, 1]], side, { seed: 1 }).importances // [0.5, 0]
 */
export function permutationImportance(
  points: DenseInput,
  assign: (points: Dense) => ArrayLike<number>,
  options: PermutationOptions,
): PermutationImportance {
  return run(permutationSteps(points, assign, options))
}

/**
 * {@link permutationImportance} that lets other work of the thread happen between two shuffles: the same result.
 *
 * Progress counts shuffles. When `signal` ends it, the promise rejects with the signal's reason.
 * @example await permutationImportanceAsync(points, assign, { seed: 1, signal: AbortSignal.timeout(5000) })
 */
export function permutationImportanceAsync(
  points: DenseInput,
  assign: (points: Dense) => ArrayLike<number>,
  options: PermutationOptions & AsyncOptions,
): Promise<PermutationImportance> {
  return runAsync(permutationSteps(points, assign, options), options)
}

function* permutationSteps(
  input: DenseInput,
  assign: (points: Dense) => ArrayLike<number>,
  options: PermutationOptions,
): Steps<PermutationImportance> {
  const fn = 'permutationImportance'
  const points = checkPoints(fn, input)
  const { rows, columns } = points
  const { seed, repeats = 5 } = options ?? {}
  checkSeed(fn, seed)
  const stream = random(seed).fork('permutation importance')
  checkInteger(fn, 'repeats', repeats, { min: 1 })
  const labelsOf = (matrix: Dense) => {
    const labels = assign(matrix)
    checkLabels(fn, 'labels', labels)
    checkLength(fn, 'labels', labels, rows, 'row')
    return labels
  }
  const before = Float64Array.from(labelsOf(points))
  const changed = new Float64Array(columns * repeats)
  for (let column = 0; column < columns; column++) {
    for (let repeat = 0; repeat < repeats; repeat++) {
      yield { stage: 'shuffles', done: column * repeats + repeat, total: columns * repeats }
      const after = labelsOf(withShuffled(points, column, stream.fork(column).fork(repeat)))
      let rowsChanged = 0
      for (let row = 0; row < rows; row++) if (after[row] !== before[row]) rowsChanged++
      changed[column * repeats + repeat] = rowsChanged / rows
    }
  }
  yield { stage: 'shuffles', done: columns * repeats, total: columns * repeats }
  return summaryOf(changed, columns, repeats)
}

/** A copy of the points in which one column is in another order. */
function withShuffled({ rows, columns, values }: Dense, column: number, stream: Random): Dense {
  const shuffled = shuffle(
    Float64Array.from({ length: rows }, (_, row) => values[row * columns + column]!),
    stream,
  )
  const copy = values.slice()
  for (let row = 0; row < rows; row++) copy[row * columns + column] = shuffled[row]!
  return { rows, columns, values: copy }
}

function summaryOf(changed: Float64Array, columns: number, repeats: number): PermutationImportance {
  const importances = new Float64Array(columns)
  const standardDeviations = new Float64Array(columns)
  for (let column = 0; column < columns; column++) {
    const shares = changed.subarray(column * repeats, (column + 1) * repeats)
    const mean = shares.reduce((sum, share) => sum + share, 0) / repeats
    importances[column] = mean
    standardDeviations[column] = Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / repeats)
  }
  return { importances, standardDeviations }
}
