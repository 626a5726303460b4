/**
 * Some neighbouring lines of an order log, with what several facts need to know of them: the columns stay in the processor's
 * cache while one fact after the other reads them, so that many facts cost one pass over the log. What is the same for all lines
 * of a run is there once for each run.
 */
export interface LineBlock {
  /** Position of the first line. */
  start: number
  /** Number of lines. */
  size: number
  /** Customer of each line; the number of customers, one too many, where a line does not count. */
  readonly who: Int32Array
  /** Number of runs: neighbouring lines of one customer, at one moment, in one order. */
  runs: number
  /** Place in the block of the first line of each run. */
  readonly first: Int32Array
  /** Calendar day of each run, where it is needed. */
  readonly day: Int32Array
  /** 1 where a run opens an order of its customer, 0 elsewhere, where that is needed. */
  readonly opens: Uint8Array
}

/** Lines in a block: their columns, and the records of their customers, fit into the second level of the cache. */
export const BLOCK_LINES = 4096

/** A block to be filled again and again. */
export function lineBlock(): LineBlock {
  return {
    start: 0,
    size: 0,
    who: new Int32Array(BLOCK_LINES),
    runs: 0,
    first: new Int32Array(BLOCK_LINES),
    day: new Int32Array(BLOCK_LINES),
    opens: new Uint8Array(BLOCK_LINES),
  }
}
