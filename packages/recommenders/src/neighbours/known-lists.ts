import type { Csr } from '@clientele/core'
import { profileOfRow, type Profile } from '../profile.js'
import { bestOfProfile } from './best-of-profile.js'

/**
 * Neighbour lists while some rows change: the lists of those are given anew, and all others get what follows from that.
 *
 * A list that is full may have left something out, but only what ranks behind its last neighbour. As long as it can be filled with
 * what ranks before that, it is right.
 */
export class KnownLists {
  readonly #before: Csr
  readonly #rows: number
  readonly #neighbors: number
  readonly #isChanged: Uint8Array
  /** The changed rows that belong into the list of a row that did not change, ascending. */
  readonly #offered = new Map<number, { readonly items: number[]; readonly values: number[] }>()
  readonly #replaced = new Map<number, Profile>()
  /** What the last neighbour of each full list is, and how similar; no similarity is below that of a list that is not full. */
  readonly #last: Int32Array
  readonly #least: Float64Array

  /**
   * @param before row i holds the neighbours of row i
   * @param changed rows whose neighbours are no longer known
   * @param rows how many there are now
   * @param neighbors the most that a list may hold
   */
  constructor(before: Csr, changed: Int32Array, rows: number, neighbors: number) {
    this.#before = before
    this.#rows = rows
    this.#neighbors = neighbors
    this.#isChanged = new Uint8Array(rows)
    for (const row of changed) this.#isChanged[row] = 1
    this.#last = new Int32Array(before.rows)
    this.#least = new Float64Array(before.rows).fill(-Infinity)
    for (let row = 0; row < before.rows; row++) this.#findLast(row)
  }

  #findLast(row: number): void {
    const { items, values } = profileOfRow(this.#before, row)
    if (items.length < this.#neighbors) return
    // Ascending, so that of equally similar ones the later is kept.
    values.forEach((value, at) => {
      if (at > 0 && value > this.#least[row]!) return
      this.#least[row] = value
      this.#last[row] = items[at]!
    })
  }

  /** The list of a row, as it is now. */
  replace(row: number, list: Profile): void {
    // The arrays may be parts of larger ones, which would live as long.
    this.#replaced.set(row, { items: list.items.slice(), values: list.values.slice() })
  }

  /** How similar a changed row is to every other; changed rows come in ascending order. */
  offer(changed: number, { items, values }: Profile): void {
    items.forEach((row, at) => {
      if (this.#isChanged[row] === 1) return
      const [value, least] = [values[at]!, this.#least[row]!]
      if (value < least || (value === least && changed > this.#last[row]!)) return
      let offered = this.#offered.get(row)
      if (offered === undefined) this.#offered.set(row, (offered = { items: [], values: [] }))
      offered.items.push(changed)
      offered.values.push(value)
    })
  }

  /** The rows whose lists do not follow from what is known, ascending. */
  uncertain(): Int32Array {
    const rows = Int32Array.from({ length: this.#before.rows }, (_, row) => row)
    return rows.filter((row) => {
      if (this.#isChanged[row] === 1 || this.#least[row] === -Infinity) return false
      return this.#staying(row).items.length + (this.#offered.get(row)?.items.length ?? 0) < this.#neighbors
    })
  }

  /** Row i holds the neighbours of row i. */
  toCsr(): Csr {
    const rows = this.#rows
    const lists = Array.from({ length: rows }, (_, row) => this.#replaced.get(row) ?? this.#listOf(row))
    const offsets = new Int32Array(rows + 1)
    lists.forEach(({ items }, row) => (offsets[row + 1] = offsets[row]! + items.length))
    const indices = new Int32Array(offsets[rows]!)
    const values = new Float64Array(offsets[rows]!)
    lists.forEach((list, row) => {
      indices.set(list.items, offsets[row])
      values.set(list.values, offsets[row])
    })
    return { rows, columns: rows, offsets, indices, values }
  }

  #listOf(row: number): Profile {
    const staying = this.#staying(row)
    const offered = this.#offered.get(row)
    return offered === undefined ? staying : bestOfProfile(mergedProfiles(staying, offered), this.#neighbors)
  }

  /** The neighbours of a row that did not change. */
  #staying(row: number): Profile {
    const { items, values } = profileOfRow(this.#before, row)
    if (items.every((item) => this.#isChanged[item] === 0)) return { items, values }
    return {
      items: items.filter((item) => this.#isChanged[item] === 0),
      values: values.filter((_, at) => this.#isChanged[items[at]!] === 0),
    }
  }
}

/** Two profiles without an item in common as one. */
function mergedProfiles(one: Profile, other: { readonly items: number[]; readonly values: number[] }): Profile {
  const items = [...one.items, ...other.items]
  const values = [...one.values, ...other.values]
  const order = Array.from(items.keys()).sort((a, b) => items[a]! - items[b]!)
  return { items: Int32Array.from(order, (at) => items[at]!), values: Float64Array.from(order, (at) => values[at]!) }
}
