import { checkNumber, positionOf, typeError, type Csr, type Id, type IdIndex } from '@clientele/core'
import { checkMagnitude } from './check-interactions.js'
import type { HistoryItem } from './recommender.js'

/** A history on positions: distinct products, ascending, each with its value. */
export interface Profile {
  readonly items: Int32Array
  readonly values: Float64Array
  /** Which customer has it, where the model knows them. */
  readonly row?: number
}

/** The history of a customer whom the model knows: their row, without a copy. */
export function profileOfRow(matrix: Csr, row: number): Profile {
  const start = matrix.offsets[row]!
  const end = matrix.offsets[row + 1]!
  return { items: matrix.indices.subarray(start, end), values: matrix.values.subarray(start, end), row }
}

/**
 * A history as a caller gives it: values of one product are added, products not in the index are left out. The order of
 * the list makes no difference to which products there are.
 * @param fn the calling function, named in errors
 * @throws TypeError or RangeError when the list or a value is not as {@link HistoryItem} says
 */
export function profileOf<P extends Id>(fn: string, history: readonly HistoryItem<P>[], products: IdIndex<P>): Profile {
  if (!Array.isArray(history)) throw typeError(fn, 'history', 'be an array of { item, value }', history)
  const valueOf = new Map<number, number>()
  history.forEach((entry: HistoryItem<P> | null | undefined, i) => {
    if (entry?.item === undefined) throw typeError(fn, `history[${i}]`, 'be { item, value }', entry)
    const { item, value = 1 } = entry
    checkNumber(fn, `history[${i}].value`, value)
    checkMagnitude(fn, `history[${i}].value`, value)
    const position = positionOf(products, item)
    if (position >= 0) valueOf.set(position, (valueOf.get(position) ?? 0) + value)
  })
  const items = Int32Array.from(valueOf.keys()).sort()
  return { items, values: Float64Array.from(items, (position) => valueOf.get(position)!) }
}
