import { lineBlock, type Fact, type LineBlock } from '../../../src/behaviour/facts/line-block.js'

/** A block of lines as a test writes it down. */
export interface Lines {
  readonly who: readonly number[]
  readonly day?: readonly number[]
  readonly opens?: readonly number[]
}

/** A filled block. */
export function blockOf({ who, day = [], opens = [] }: Lines, start = 0): LineBlock {
  const block = lineBlock()
  block.start = start
  block.size = who.length
  block.who.set(who)
  block.day.set(day)
  block.opens.set(opens)
  return block
}

/** What a fact gathers from one block. */
export function gathered<T>(fact: Fact<T>, lines: Lines): T {
  fact.add(blockOf(lines))
  return fact.result()
}
