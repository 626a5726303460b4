/** Numbers turned into positions in a list of the distinct ones, by first appearance. */
export interface EncodedNumbers {
  /** The distinct numbers. */
  readonly ids: number[]
  /** Element of the column → position in `ids`. */
  readonly codes: Int32Array
}

/** Integers that span at most this many times their count are numbered by a flat table. */
const TABLE_SPAN_PER_ROW = 4

/**
 * Numbers integers in a narrow range by first appearance; `undefined` where a column holds anything else.
 *
 * O(n + range) time; the table of the range is given back.
 */
export function encodeIntegers(column: ArrayLike<unknown>): EncodedNumbers | undefined {
  const base = column instanceof Int32Array ? 0 : column[0]
  if (column.length === 0 || typeof base !== 'number' || !Number.isSafeInteger(base)) return undefined
  const numbers = column instanceof Int32Array ? column : distances(column, base)
  if (numbers === undefined) return undefined
  const counted = countedUp(numbers)
  if (counted !== undefined) return inOrder(numbers, counted, base, numbers === column)
  const { lowest, span } = rangeOf(numbers)
  if (span > TABLE_SPAN_PER_ROW * numbers.length + 1024) return undefined
  const table = new Int32Array(span)
  // Distances are a copy already: their places take the codes.
  const codes = numbers === column ? new Int32Array(numbers.length) : numbers
  const firsts = new Int32Array(Math.min(span, numbers.length))
  const count = numberByTable(numbers, lowest, table, codes, firsts)
  return { ids: idsOf(firsts, count, base), codes }
}

/** How far each integer lies from the first; `undefined` when one is no integer or too far away. */
function distances(column: ArrayLike<unknown>, base: number): Int32Array | undefined {
  const far = new Int32Array(column.length)
  for (let i = 0; i < far.length; i++) {
    const id = column[i]
    if (typeof id !== 'number') return undefined
    far[i] = id - base
    if (far[i]! + base !== id) return undefined
  }
  return far
}

/**
 * How many there are of integers that count up, each no more than 1 above all before it and none below the first, such as order
 * numbers in a log kept in order of time, or codes made elsewhere; `undefined` for others, most of which end it soon.
 */
function countedUp(numbers: Int32Array): number | undefined {
  const first = numbers[0]!
  let next = first
  for (let i = 0; i < numbers.length; i++) {
    const id = numbers[i]!
    if (id === next) next++
    else if (id > next || id < first) return undefined
  }
  return next - first
}

/** Integers that count up are positions already, but for the first. */
function inOrder(numbers: Int32Array, count: number, base: number, isGiven: boolean): EncodedNumbers {
  const first = numbers[0]!
  const ids = roomFor(count)
  for (let position = 0; position < count; position++) ids[position] = base + first + position
  if (first === 0) return { ids, codes: isGiven ? new Int32Array(numbers) : numbers }
  return { ids, codes: numbers.map((id) => id - first) }
}

function rangeOf(numbers: Int32Array): { readonly lowest: number; readonly span: number } {
  let lowest = numbers[0]!
  let highest = lowest
  for (let i = 1; i < numbers.length; i++) {
    const id = numbers[i]!
    if (id < lowest) lowest = id
    if (id > highest) highest = id
  }
  return { lowest, span: highest - lowest + 1 }
}

/**
 * Writes positions into `codes`, one more than the position into the table, and the distinct numbers into `firsts`; returns how many
 * there are.
 */
function numberByTable(
  numbers: Int32Array,
  lowest: number,
  table: Int32Array,
  codes: Int32Array,
  firsts: Int32Array,
): number {
  let count = 0
  for (let i = 0; i < numbers.length; i++) {
    const id = numbers[i]!
    let known = table[id - lowest]!
    if (known === 0) {
      firsts[count] = id
      table[id - lowest] = known = ++count
    }
    codes[i] = known - 1
  }
  return count
}

/** Arrays of a length up to this many elements are flat from the start; longer ones have to grow to be flat. */
const LONGEST_FLAT = 2 ** 25

function roomFor(count: number): number[] {
  return count <= LONGEST_FLAT ? new Array<number>(count) : []
}

function idsOf(firsts: Int32Array, count: number, base: number): number[] {
  const ids = roomFor(count)
  for (let position = 0; position < count; position++) ids[position] = base + firsts[position]!
  return ids
}
