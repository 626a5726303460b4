import { typeError } from './checks.js'

/** A name that a caller uses for a customer, product or order: any string (`__proto__` too) or any number but NaN. */
export type Id = string | number

/**
 * Distinct ids in order of first appearance; an id's position in `ids` is the dense integer that stands for it inside.
 * Plain data: survives `structuredClone` and `postMessage`. The way back from an id to its position is {@link positionOf}.
 */
export interface IdIndex<I extends Id = Id> {
  readonly ids: readonly I[]
}

/** A column of ids turned into dense integers: `index.ids[codes[i]]` is the i-th id of the column. */
export interface EncodedIds<I extends Id = Id> {
  readonly index: IdIndex<I>
  readonly codes: Int32Array
}

/**
 * The distinct ids of a collection, in order of first appearance.
 *
 * O(n) time.
 * @throws TypeError when an id is neither a string nor a number, or is NaN
 * @example idIndex(['b', 'a', 'b']).ids // ['b', 'a']
 */
export function idIndex<I extends Id>(ids: Iterable<I>): IdIndex<I> {
  return encodeIds(Array.from(ids)).index
}

/**
 * Turns a column of ids into dense integers, numbered by first appearance.
 *
 * O(n) time; typed arrays of integers in a narrow range are encoded through a table, everything else through a `Map`.
 * @param name how error messages name the column
 * @throws TypeError when an id is neither a string nor a number, or is NaN
 * @example encodeIds(['b', 'a', 'b']).codes // Int32Array [0, 1, 0]
 */
export function encodeIds<I extends Id>(column: ArrayLike<I>, name = 'ids'): EncodedIds<I> {
  return encodeByTable(column) ?? encodeByMap(column, name)
}

function encodeByMap<I extends Id>(column: ArrayLike<I>, name: string): EncodedIds<I> {
  const positions = new Map<I, number>()
  const ids: I[] = []
  const codes = new Int32Array(column.length)
  for (let i = 0; i < column.length; i++) {
    const id = column[i]!
    let position = positions.get(id)
    if (position === undefined) {
      checkId(id, `${name}[${i}]`)
      position = ids.length
      positions.set(id, position)
      ids.push(id)
    }
    codes[i] = position
  }
  const index = { ids }
  positionsOf.set(index.ids, positions)
  return { index, codes }
}

function checkId(id: unknown, name: string): void {
  if (typeof id === 'string' || (typeof id === 'number' && !Number.isNaN(id))) return
  throw typeError('encodeIds', name, 'be a string or a number', id)
}

/** Integers that span at most this many times their count are looked up in a flat table instead of a Map. */
const TABLE_SPAN_PER_ROW = 4

function encodeByTable<I extends Id>(column: ArrayLike<I>): EncodedIds<I> | undefined {
  if (!isIntegerArray(column) || column.length === 0) return undefined
  const numbers: ArrayLike<number> = column
  let lowest = numbers[0]!
  let highest = lowest
  for (let i = 1; i < numbers.length; i++) {
    const id = numbers[i]!
    if (id < lowest) lowest = id
    else if (id > highest) highest = id
  }
  const span = highest - lowest + 1
  if (span > TABLE_SPAN_PER_ROW * numbers.length + 1024) return undefined
  const positionPlusOne = new Int32Array(span)
  const ids: number[] = []
  const codes = new Int32Array(numbers.length)
  for (let i = 0; i < numbers.length; i++) {
    const id = numbers[i]!
    let known = positionPlusOne[id - lowest]!
    if (known === 0) {
      ids.push(id)
      known = ids.length
      positionPlusOne[id - lowest] = known
    }
    codes[i] = known - 1
  }
  return { index: { ids: ids as unknown as I[] }, codes }
}

function isIntegerArray(column: unknown): column is Int8Array {
  return (
    column instanceof Int32Array ||
    column instanceof Uint32Array ||
    column instanceof Int16Array ||
    column instanceof Uint16Array ||
    column instanceof Int8Array ||
    column instanceof Uint8Array
  )
}

/** The Map of an index is built when the first id is looked up, and lives as long as the index. */
const positionsOf = new WeakMap<object, ReadonlyMap<unknown, number>>()

/**
 * Where an id stands in an index: its dense integer, or -1 when the index does not know it.
 *
 * O(1); the first call on an index that was cloned or hand-made builds a `Map` in O(ids).
 * @example positionOf(idIndex(['b', 'a']), 'a') // 1
 */
export function positionOf<I extends Id>(index: IdIndex<I>, id: Id): number {
  let positions = positionsOf.get(index.ids)
  if (positions === undefined) {
    positions = new Map(index.ids.map((known, position) => [known, position]))
    positionsOf.set(index.ids, positions)
  }
  return positions.get(id) ?? -1
}
