import { checkInteger, checkLength, rangeError, typeError, type Bounds } from '@clientele/core'

/** How often each pair of labels of two clusterings meets: only the pairs that do. */
export interface Contingency {
  /** Number of rows. */
  readonly rows: number
  /** First clustering: its labels, ascending. */
  readonly firstLabels: Float64Array
  /** Second clustering: its labels, ascending. */
  readonly secondLabels: Float64Array
  /** First cluster → its rows. */
  readonly firstSizes: Float64Array
  /** Second cluster → its rows. */
  readonly secondSizes: Float64Array
  /** Pair → position of its first label. Pairs are sorted by first, then by second label. */
  readonly first: Int32Array
  /** Pair → position of its second label. */
  readonly second: Int32Array
  /** Pair → rows that have both labels, at least 1. */
  readonly counts: Float64Array
}

/** Throws unless two clusterings label the same rows, at least one, with integers. */
export function checkLabelPair(
  fn: string,
  [firstName, first]: readonly [string, ArrayLike<number>],
  [secondName, second]: readonly [string, ArrayLike<number>],
  bounds: Bounds = {},
): void {
  checkLabels(fn, firstName, first, bounds)
  checkLabels(fn, secondName, second, bounds)
  checkLength(fn, secondName, second, first.length, 'row')
}

/** Throws unless `labels` is a list of integers within bounds, at least one; names the first that is not. */
export function checkLabels(fn: string, name: string, labels: ArrayLike<number>, bounds: Bounds = {}): void {
  const length: unknown = (labels as ArrayLike<number> | undefined)?.length
  if (typeof labels !== 'object' || typeof length !== 'number') throw typeError(fn, name, 'be a list of labels', labels)
  if (length === 0) throw rangeError(fn, name, 'hold at least one label', labels)
  const { min = -Infinity, max = Infinity } = bounds
  for (let row = 0; row < length; row++) {
    const label = labels[row]!
    if (!Number.isSafeInteger(label) || label < min || label > max) checkInteger(fn, `${name}[${row}]`, label, bounds)
  }
}

/**
 * Counts the pairs of two checked clusterings.
 *
 * Rows are sorted by their pair of labels, in two counting sorts: O(rows + labels log labels) time, whatever the numbers
 * of clusters, where a full table would need their product.
 */
export function contingency(first: ArrayLike<number>, second: ArrayLike<number>): Contingency {
  const a = numbered(first)
  const b = numbered(second)
  const order = countingSort(countingSort(undefined, b), a)
  const pairs = { first: new Int32Array(order.length), second: new Int32Array(order.length) }
  const counts = new Float64Array(order.length)
  let last = -1
  for (const row of order) {
    const i = a.positions[row]!
    const j = b.positions[row]!
    if (last < 0 || pairs.first[last] !== i || pairs.second[last] !== j) {
      last++
      pairs.first[last] = i
      pairs.second[last] = j
    }
    counts[last]!++
  }
  const length = last + 1
  return {
    rows: order.length,
    firstLabels: a.labels,
    secondLabels: b.labels,
    firstSizes: a.sizes,
    secondSizes: b.sizes,
    first: pairs.first.slice(0, length),
    second: pairs.second.slice(0, length),
    counts: counts.slice(0, length),
  }
}

interface Numbered {
  readonly labels: Float64Array
  readonly positions: Int32Array
  readonly sizes: Float64Array
}

/** Labels in ascending order, each row's position among them, and how many rows have each. */
function numbered(given: ArrayLike<number>): Numbered {
  const met = new Map<number, number>()
  const positions = new Int32Array(given.length)
  for (let row = 0; row < given.length; row++) {
    let number = met.get(given[row]!)
    if (number === undefined) met.set(given[row]!, (number = met.size))
    positions[row] = number
  }
  const labels = Float64Array.from(met.keys()).sort()
  const rank = new Int32Array(labels.length)
  labels.forEach((label, position) => (rank[met.get(label)!] = position))
  const sizes = new Float64Array(labels.length)
  for (let row = 0; row < positions.length; row++) {
    const position = rank[positions[row]!]!
    positions[row] = position
    sizes[position]!++
  }
  return { labels, positions, sizes }
}

/** Rows in the order of their positions; those of one position stay in the order of `rows` (all rows by default). */
function countingSort(rows: Int32Array | undefined, { positions, sizes }: Numbered): Int32Array {
  const next = new Int32Array(sizes.length)
  for (let i = 1; i < next.length; i++) next[i] = next[i - 1]! + sizes[i - 1]!
  const sorted = new Int32Array(positions.length)
  for (let i = 0; i < positions.length; i++) {
    const row = rows === undefined ? i : rows[i]!
    sorted[next[positions[row]!]!++] = row
  }
  return sorted
}
