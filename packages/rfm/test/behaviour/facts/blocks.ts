import { roomsFor, type Fact } from '../../../src/behaviour/facts/fact.js'
import { lineBlock, type LineBlock } from '../../../src/behaviour/facts/line-block.js'

/** A block of lines as a test writes it down. */
export interface Lines {
  readonly who: readonly number[]
  readonly day?: readonly number[]
  readonly opens?: readonly number[]
}

/** A filled block in which every line is a run. */
export function blockOf({ who, day = [], opens = [] }: Lines, start = 0): LineBlock {
  const block = lineBlock()
  block.start = start
  block.size = block.runs = who.length
  block.who.set(who)
  block.first.set([...who.keys()])
  block.day.set(day)
  block.opens.set(opens)
  return block
}

/** What a fact gathers of some customers from blocks, beside another fact's numbers. */
export function gathered<T>(fact: Fact<T>, customers: number, ...blocks: readonly LineBlock[]): T {
  const neighbour: Fact<undefined> = { width: 3, add: () => undefined, result: () => undefined }
  const room = roomsFor([neighbour, fact, neighbour], customers)[1]!
  for (const block of blocks) fact.add(block, room)
  return fact.result(room)
}
