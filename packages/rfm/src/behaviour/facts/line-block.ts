/**
 * Some neighbouring lines of an order log, with what several facts need to know of each: the columns stay in the processor's
 * cache while one fact after the other reads them, so that many facts cost one pass over the log.
 */
export interface LineBlock {
  /** Position of the first line. */
  start: number
  /** Number of lines. */
  size: number
  /** Customer of each line; the number of customers, one too many, where a line does not count. */
  readonly who: Int32Array
  /** Calendar day of each line, where it is needed. */
  readonly day: Int32Array
  /** 1 where a line is the first of an order of its customer, where that is needed. */
  readonly opens: Uint8Array
}

/** Lines in a block: their columns fit into the second level of the cache. */
export const BLOCK_LINES = 4096

/** A block to be filled again and again. */
export function lineBlock(): LineBlock {
  return {
    start: 0,
    size: 0,
    who: new Int32Array(BLOCK_LINES),
    day: new Int32Array(BLOCK_LINES),
    opens: new Uint8Array(BLOCK_LINES),
  }
}

/**
 * Something that is gathered for each customer while the blocks pass by. Lists have one element too many, for the lines that do
 * not count.
 */
export interface Fact<T> {
  /** Takes the lines of a block. */
  readonly add: (block: LineBlock) => void
  /** What was gathered, once all blocks have passed. */
  readonly result: () => T
}
