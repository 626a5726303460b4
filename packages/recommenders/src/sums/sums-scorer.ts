import type { Id } from '@clientele/core'
import type { PartWithoutShare } from '../explanations/explanation.js'
import type { Profile } from '../profile.js'
import type { Scorer } from '../scored-model.js'
import type { RowSums } from '../bulk/sum-maker.js'
import { addSummedRow, summedCell, type SummedRows } from './summed-rows.js'

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
 * The scorer whose scores are sums of rows, each times a factor: all that neighbourhood models share. In item kNN the rows
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

function addTerms(rows: SummedRows, terms: Profile, into: Float64Array): void {
  into.fill(0)
  for (let i = 0; i < terms.items.length; i++) addSummedRow(into, rows, terms.items[i]!, terms.values[i]!)
}

/** What each row adds to a column, in the order in which `addTerms` adds it. */
function addendsOf(rows: SummedRows, terms: Profile, column: number): Addend[] {
  const addends: Addend[] = []
  for (let i = 0; i < terms.items.length; i++) {
    const row = terms.items[i]!
    const factor = terms.values[i]!
    const cell = summedCell(rows, row, column)
    if (cell !== 0 && !(cell < 0 && factor < 0)) addends.push({ row, factor, cell, contribution: factor * cell })
  }
  return addends
}
