import { checkList, encodeIds, rangeError, type Id } from '@clientele/core'
import type { RankedLists } from '../ranking/judge-lists.js'

/** Rows of lists and rows of relevant products, one each per user. */
interface Rows<I extends Id> {
  readonly lists: readonly ArrayLike<I>[]
  readonly relevant: readonly ArrayLike<I>[]
}

/**
 * Lists and relevant products of the users who have any, as dense integers. Small integers stay what they are; all other ids are
 * numbered.
 *
 * O(places + relevant products), and for ids their numbering.
 * @returns the rows, and which users they are
 * @throws RangeError when a list, or what is relevant to a user, holds a product twice; TypeError when it is not a list
 */
export function positionRows(
  fn: string,
  lists: readonly ArrayLike<Id>[],
  relevant: readonly ArrayLike<Id>[],
): Pick<RankedLists, 'products' | 'lists' | 'relevant'> & { readonly users: Int32Array } {
  checkRows(fn, 'lists', lists)
  checkRows(fn, 'relevant', relevant)
  const judged: number[] = []
  for (let user = 0; user < relevant.length; user++) if (relevant[user]!.length > 0) judged.push(user)
  const own = { lists: judged.map((user) => lists[user]!), relevant: judged.map((user) => relevant[user]!) }
  const users = Int32Array.from(judged)
  const { products, rows } = asIntegers(own) ?? encoded(fn, own)
  checkDistinct(fn, 'lists', rows.lists, products, own.lists, users)
  checkDistinct(fn, 'relevant', rows.relevant, products, own.relevant, users)
  return { products, ...rows, users }
}

/**
 * Throws unless every element is a list.
 * @throws TypeError that names the first that is none
 */
export function checkRows(fn: string, name: string, all: readonly unknown[]): void {
  for (let user = 0; user < all.length; user++) checkList(fn, `${name}[${user}]`, all[user])
}

function checkDistinct(
  fn: string,
  name: string,
  rows: readonly ArrayLike<number>[],
  products: number,
  own: readonly ArrayLike<Id>[],
  users: Int32Array,
): void {
  const last = new Int32Array(products).fill(-1)
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!
    for (let i = 0; i < row.length; i++) {
      const product = row[i]!
      if (last[product] === r)
        throw rangeError(fn, `${name}[${users[r]}][${i}]`, 'not be in the list before', own[r]![i])
      last[product] = r
    }
  }
}

/** Tables by product stay below 32 MB. */
const LARGEST = 2 ** 22

/** The rows as they are, when all ids are integers that may stand for themselves. */
function asIntegers(rows: Rows<Id>): { readonly products: number; readonly rows: Rows<number> } | undefined {
  const most = Math.max(largest(rows.lists), largest(rows.relevant))
  return most < LARGEST ? { products: most + 1, rows: rows as Rows<number> } : undefined
}

/** The largest id; infinite where one is not an integer of at least 0. */
function largest(rows: readonly ArrayLike<Id>[]): number {
  let most = -1
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!
    if (row instanceof Int32Array) {
      for (let i = 0; i < row.length; i++) {
        if (row[i]! < 0) return Infinity
        if (row[i]! > most) most = row[i]!
      }
    } else {
      for (let i = 0; i < row.length; i++) {
        const id = row[i]
        if (!(typeof id === 'number' && id >= 0 && Number.isInteger(id))) return Infinity
        if (id > most) most = id
      }
    }
  }
  return most
}

/** Numbers ids by first appearance, lists before relevant products. */
function encoded(fn: string, { lists, relevant }: Rows<Id>) {
  const all = [...lists, ...relevant]
  const column = new Array<Id>(all.reduce((sum, { length }) => sum + length, 0))
  let next = 0
  for (const row of all) for (let i = 0; i < row.length; i++) column[next++] = row[i]!
  const { codes, index } = encodeIds(column, 'products', fn)
  let start = 0
  const cut = all.map(({ length }) => codes.subarray(start, (start += length)))
  return { products: index.ids.length, rows: { lists: cut.slice(0, lists.length), relevant: cut.slice(lists.length) } }
}
