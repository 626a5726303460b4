import type { Csr } from '@clientele/core'
import type { Profile } from '../profile.js'
import { placeOf } from '../place-of.js'
import type { Voices } from './estimates.js'

/** What the products of a history say of others: rows are products, cells what each says of the one of the column. */
export interface HistoryVoices {
  readonly rows: Csr
  /** The cell of a product that is itself in the history. */
  readonly self: number
  /** How much a cell counts. */
  readonly weightOf: (cell: number) => number
  /** What is said: of a cell, by the product at this place of the history. */
  readonly deviationOf: (cell: number, place: number) => number
}

/**
 * How the voices of one product are collected from a history, in the order of the history.
 * @param all with many products to come, the rows of the history are sorted by product first, instead of looked through for each
 */
export function collectFrom(
  history: Profile,
  voices: HistoryVoices,
  all: boolean,
): (product: number, into: Voices) => number {
  const { rows, self, weightOf, deviationOf } = voices
  const write = (into: Voices, count: number, place: number, cell: number) => {
    into.rows[count] = history.items[place]!
    into.weights[count] = weightOf(cell)
    into.deviations[count] = deviationOf(cell, place)
  }
  if (all) {
    const { offsets, places, cells } = sortedByProduct(history, voices)
    return (product, into) => {
      const start = offsets[product]!
      const count = offsets[product + 1]! - start
      for (let i = 0; i < count; i++) write(into, i, places[start + i]!, cells[start + i]!)
      return count
    }
  }
  return (product, into) => {
    let count = 0
    for (let place = 0; place < history.items.length; place++) {
      const item = history.items[place]!
      const at = item === product ? -1 : placeOf(rows, item, product)
      if (item === product) write(into, count++, place, self)
      else if (at >= 0) write(into, count++, place, rows.values[at]!)
    }
    return count
  }
}

/** A counting sort: for each product, who of the history says something of it, and the cells that do. */
function sortedByProduct({ items }: Profile, { rows, self }: HistoryVoices) {
  const offsets = new Int32Array(rows.columns + 1)
  for (const item of items) {
    offsets[item + 1]!++
    for (let at = rows.offsets[item]!; at < rows.offsets[item + 1]!; at++) offsets[rows.indices[at]! + 1]!++
  }
  for (let product = 0; product < rows.columns; product++) offsets[product + 1]! += offsets[product]!
  const next = offsets.slice()
  const places = new Int32Array(offsets[rows.columns]!)
  const cells = new Float64Array(places.length)
  items.forEach((item, place) => {
    const put = (product: number, cell: number) => {
      places[next[product]!] = place
      cells[next[product]!++] = cell
    }
    put(item, self)
    for (let at = rows.offsets[item]!; at < rows.offsets[item + 1]!; at++) put(rows.indices[at]!, rows.values[at]!)
  })
  return { offsets, places, cells }
}
