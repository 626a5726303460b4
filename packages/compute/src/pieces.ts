import type { Task } from '@clientele/core'

/** Elements of one piece: some milliseconds of copying or checking. */
const PIECE = 1 << 20

/**
 * Work of this thread over many elements, cut into pieces between which other work, and an abort, find their moment.
 * @param length number of elements
 * @param piece does the elements from `start` up to, not including, `end`; pieces come in order
 * @example yield inPieces(values.length, (start, end) => region.view().set(values.subarray(start, end), start))
 */
export function inPieces(length: number, piece: (start: number, end: number) => void): Task {
  return {
    blocks: Math.ceil(length / PIECE),
    runBlock(block) {
      const start = block * PIECE
      piece(start, Math.min(length, start + PIECE))
    },
  }
}
