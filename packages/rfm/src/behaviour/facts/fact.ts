import type { LineBlock } from './line-block.js'

/** Something that is gathered for each customer while the blocks pass by. */
export interface Fact<T> {
  /** How many numbers it keeps of each customer. */
  readonly width: number
  /** Sets the numbers that do not begin at 0. */
  readonly begin?: (room: Room) => void
  /** Takes the lines of a block. */
  readonly add: (block: LineBlock, room: Room) => void
  /** What was gathered, by customer, once all blocks have passed. */
  readonly result: (room: Room) => T
}

/**
 * Where a fact keeps its numbers: those of customer `c` from `numbers[c * stride + at]` on. All numbers of a customer lie side by
 * side, because fetching them from memory takes longer than adding to them. There is one customer too many, for the lines that do
 * not count.
 */
export interface Room {
  readonly numbers: Float64Array
  readonly stride: number
  readonly at: number
  /** Number of customers of the log. */
  readonly customers: number
}

/** A room for each fact. */
export function roomsFor(facts: readonly Fact<unknown>[], customers: number): Room[] {
  const stride = facts.reduce((sum, { width }) => sum + width, 0)
  const numbers = new Float64Array((customers + 1) * stride)
  let at = 0
  return facts.map((fact) => {
    const room = { numbers, stride, at, customers }
    fact.begin?.(room)
    at += fact.width
    return room
  })
}

/** One of a fact's numbers for every customer, or several, customer after customer. */
export function numbersOf({ numbers, stride, at, customers }: Room, field: number, fields = 1): Float64Array {
  const values = new Float64Array(customers * fields)
  for (let customer = 0; customer < customers; customer++) {
    const from = customer * stride + at + field
    for (let i = 0; i < fields; i++) values[customer * fields + i] = numbers[from + i]!
  }
  return values
}
