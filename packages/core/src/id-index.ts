import { typeError } from './checks.js'
import { encodeIntegers } from './encode-integers.js'
import { encodeNumbers } from './encode-numbers.js'

/** A name that a caller uses for a customer, product or order: any string (`__proto__` too) or any number but NaN. */
export type Id = string | number

/**
 * Distinct ids in order of first appearance; an id's position in `ids` is the dense integer that stands for it inside.
 * Plain data: survives `structuredClone` and `postMessage`. The way back from an id to its position is {@link positionOf}.
 */
export interface IdIndex<I extends Id = Id> {
  /** The id at each position; no id twice. */
  readonly ids: readonly I[]
}

/** A column of ids turned into dense integers: `index.ids[codes[i]]` is the i-th id of the column. */
export interface EncodedIds<I extends Id = Id> {
  /** The distinct ids of the column, in order of first appearance. */
  readonly index: IdIndex<I>
  /** Element of the column → position in `index`. */
  readonly codes: Int32Array
}

/**
 * The distinct ids of a collection, in order of first appearance.
 *
 * O(n) time; {@link positionOf} finds them at once. At most 2^24 (16.7 million) distinct ids.
 * @param name how error messages name the collection
 * @param fn how error messages name the calling function
 * @throws TypeError when an id is neither a string nor a number, or is NaN
 * @example idIndex(['b', 'a', 'b']).ids // ['b', 'a']
 */
export function idIndex<I extends Id>(ids: Iterable<I>, name = 'ids', fn = 'idIndex'): IdIndex<I> {
  return encodeByMap(Array.isArray(ids) ? (ids as I[]) : Array.from(ids), fn, (i) => `${name}[${i}]`).index
}

/**
 * Turns a column of ids into dense integers, numbered by first appearance. The text "1" and the number 1 are two ids.
 *
 * O(n) time. Integers in a narrow range are looked up in a flat table, which is the fastest, other numbers in a hash table of flat
 * arrays, and columns with text in a `Map`, which holds at most 2^24 (16.7 million) distinct ids.
 * @param column an array or typed array of ids
 * @param name how error messages name the column
 * @param fn how error messages name the calling function
 * @throws TypeError when an id is neither a string nor a number, or is NaN
 * @example encodeIds(['b', 'a', 'b']).codes // Int32Array [0, 1, 0]
 */
export function encodeIds<I extends Id>(column: ArrayLike<I>, name = 'ids', fn = 'encodeIds'): EncodedIds<I> {
  return encodeColumn(column, fn, (i) => `${name}[${i}]`)
}

/** {@link encodeIds} for a caller that has its own name for a cell; the name is only made when the cell is bad. */
export function encodeColumn<I extends Id>(
  column: ArrayLike<I>,
  fn: string,
  cellName: (i: number) => string,
): EncodedIds<I> {
  const numbers = encodeIntegers(column) ?? encodeNumbers(column)
  if (numbers === undefined) return encodeByMap(column, fn, cellName)
  return { index: { ids: numbers.ids as Id[] as I[] }, codes: numbers.codes }
}

function isId(value: unknown): value is Id {
  return typeof value === 'string' || (typeof value === 'number' && !Number.isNaN(value))
}

function encodeByMap<I extends Id>(column: ArrayLike<I>, fn: string, cellName: (i: number) => string): EncodedIds<I> {
  const positions = new Map<I, number>()
  const ids: I[] = []
  const codes = new Int32Array(column.length)
  for (let i = 0; i < column.length; i++) {
    const id = column[i]!
    let position = positions.get(id)
    if (position === undefined) {
      if (!isId(id)) throw typeError(fn, cellName(i), 'be a string or a number', id)
      position = ids.length
      positions.set(id, position)
      ids.push(withoutMinusZero(id))
    }
    codes[i] = position
  }
  positionsOf.set(ids, positions)
  return { index: { ids }, codes }
}

/** A `Map` holds -0 and 0 to be the same key; so do the ids that come out. */
function withoutMinusZero<I extends Id>(id: I): I {
  return id === 0 ? (0 as I) : id
}

/** The Map of an index is built when the first id is looked up, and lives as long as the index. */
const positionsOf = new WeakMap<readonly Id[], ReadonlyMap<Id, number>>()

/**
 * Where an id stands in an index: its dense integer, or -1 when the index does not know it.
 *
 * O(1); the first call on an index that was cloned or hand-made builds a `Map` in O(ids).
 * @example positionOf(idIndex(['b', 'a']), 'a') // 1
 */
export function positionOf(index: IdIndex, id: Id): number {
  let positions = positionsOf.get(index.ids)
  if (positions === undefined) {
    positions = mapPositions(index.ids)
    positionsOf.set(index.ids, positions)
  }
  return positions.get(id) ?? -1
}

function mapPositions(ids: readonly Id[]): ReadonlyMap<Id, number> {
  const positions = new Map<Id, number>()
  for (let position = 0; position < ids.length; position++) positions.set(ids[position]!, position)
  return positions
}
