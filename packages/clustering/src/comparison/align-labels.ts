import { checkLabelPair, contingency, type Contingency } from './contingency.js'
import { bestAssignment } from './assignment.js'

/** A clustering whose clusters carry the numbers of an earlier one. */
export interface AlignedLabels {
  /** Row → its cluster by the new numbers; -1 where `after` is -1. */
  readonly labels: Int32Array
  /** Cluster of `after` → its new number; -1 for numbers that no row has. For rows that were not compared. */
  readonly numbers: Int32Array
  /** Rows that have a cluster in both clusterings. */
  readonly compared: number
  /** Of these, the rows whose number is the same in both now: no other numbering gives more. */
  readonly kept: number
}

/** Beyond this a table from labels to numbers is no longer small. */
const MOST_LABEL = 65_535

/**
 * Renumbers the clusters of `after` so that as many rows as possible keep the number they have in `before`: names given
 * to clusters once then survive the next clustering of the same customers.
 *
 * Each cluster takes the number of at most one earlier cluster, with which it shares at least one row; a cluster without
 * one takes a new number, above all of `before`. Of equally good numberings one that leaves more clusters as they are called.
 *
 * O(rows + k³) time, k² numbers of memory, for k clusters.
 *
 * @param before row → its earlier cluster, an integer from 0 to 65535; -1 for a row that had none (noise, or a customer
 * who was not there)
 * @param after row → its later cluster, likewise
 * @throws RangeError for lists of different length, no rows, or a label that is not such an integer (named)
 * @see Kuhn (1955), "The Hungarian method for the assignment problem", Naval Research Logistics Quarterly 2
 * @example
 * alignLabels([0, 0, 1, 1, 1], [1, 1, 2, 2, 0]) // labels [0, 0, 1, 1, 2], numbers [2, 0, 1], compared 5, kept 4
 */
export function alignLabels(before: ArrayLike<number>, after: ArrayLike<number>): AlignedLabels {
  checkLabelPair('alignLabels', ['before', before], ['after', after], { min: -1, max: MOST_LABEL })
  const pairs = contingency(before, after)
  const numbers = newNumbers(pairs)
  const labels = Int32Array.from(after, (label) => (label < 0 ? -1 : numbers[label]!))
  let compared = 0
  let kept = 0
  for (let pair = 0; pair < pairs.counts.length; pair++) {
    const was = pairs.firstLabels[pairs.first[pair]!]!
    const is = pairs.secondLabels[pairs.second[pair]!]!
    if (was < 0 || is < 0) continue
    compared += pairs.counts[pair]!
    if (numbers[is] === was) kept += pairs.counts[pair]!
  }
  return { labels, numbers, compared, kept }
}

/** Cluster of the second clustering → its number. */
function newNumbers({ firstLabels, secondLabels, first, second, counts }: Contingency): Int32Array {
  const columns = secondLabels.length
  const shared = new Float64Array(firstLabels.length * columns)
  const clusters = Math.max(firstLabels.length, columns)
  for (let pair = 0; pair < counts.length; pair++) {
    const was = firstLabels[first[pair]!]!
    const is = secondLabels[second[pair]!]!
    if (was < 0 || is < 0) continue
    // Bonuses for an unchanged number stay below one row, however many there are.
    shared[first[pair]! * columns + second[pair]!] = counts[pair]! * (clusters + 1) + (was === is ? 1 : 0)
  }
  const numbers = new Int32Array(Math.max(-1, secondLabels.at(-1)!) + 1).fill(-1)
  bestAssignment(shared, firstLabels.length, columns).forEach((column, row) => {
    if (column >= 0 && shared[row * columns + column]! > 0) numbers[secondLabels[column]!] = firstLabels[row]!
  })
  let fresh = Math.max(-1, firstLabels.at(-1)!) + 1
  for (const label of secondLabels) if (label >= 0 && numbers[label] === -1) numbers[label] = fresh++
  return numbers
}
