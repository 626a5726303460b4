import type { Csr, Id } from '@clientele/core'
import { addRow } from './add-row.js'
import type { PartWithoutShare } from './explanation.js'
import type { Profile } from './profile.js'
import type { Scorer } from './scored-model.js'
import type { RowSums } from './sum-maker.js'

/** What one row adds to the score of a product. */
export interface Addend {
  /** Number of the row. */
  readonly row: number
  /** What the row is multiplied by. */
  readonly factor: number
  /** The row's cell for the product. */
  readonly cell: number
  /** `factor` × `cell`. */
  readonly contribution: number
}

/**
 * The scorer whose scores are sums of sparse rows, each times a factor: all that neighbourhood models share. In item kNN the rows
 * are products' neighbours and the factors what the customer has of the products; in user kNN the rows are customers' histories
 * and the factors how similar they are.
 *
 * Only products with a score above 0 are recommended: at 0 nothing speaks for a product, below 0 something speaks against it.
 * @param partOf what an addend is called in explanations
 * @param state what a file must hold
 */
export function sumsScorer<P extends Id>(
  { rows, termsOf }: RowSums,
  partOf: (addend: Addend) => PartWithoutShare<P>,
  state: Scorer['state'],
): Scorer<P> {
  return {
    above: 0,
    sums: { rows, termsOf },
    scoreAll: (profile, into) => addTerms(rows, termsOf(profile), into),
    scoreOne: (profile, item) =>
      addendsOf(rows, termsOf(profile), item).reduce((sum, { contribution }) => sum + contribution, 0),
    partsOf: (profile, item) =>
      addendsOf(rows, termsOf(profile), item)
        .map(partOf)
        .sort((a, b) => b.contribution - a.contribution),
    state,
  }
}

function addTerms({ offsets, indices, values }: Csr, terms: Profile, into: Float64Array): void {
  into.fill(0)
  for (let i = 0; i < terms.items.length; i++) {
    const row = terms.items[i]!
    addRow(into, indices, values, offsets[row]!, offsets[row + 1]!, terms.values[i]!)
  }
}

/** What each row adds to a column, in the order in which `addTerms` adds it. */
function addendsOf(rows: Csr, terms: Profile, column: number): Addend[] {
  const addends: Addend[] = []
  for (let i = 0; i < terms.items.length; i++) {
    const row = terms.items[i]!
    const factor = terms.values[i]!
    const cell = cellOf(rows, row, column)
    if (cell !== 0) addends.push({ row, factor, cell, contribution: factor * cell })
  }
  return addends
}

/** A cell of a sparse matrix by bisection of its row: 0 where the row has no such column. */
function cellOf({ offsets, indices, values }: Csr, row: number, column: number): number {
  let low = offsets[row]!
  let high = offsets[row + 1]!
  while (low < high) {
    const middle = (low + high) >> 1
    if (indices[middle]! < column) low = middle + 1
    else high = middle
  }
  return low < offsets[row + 1]! && indices[low] === column ? values[low]! : 0
}
