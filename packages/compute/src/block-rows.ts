/** Multiplications of one block: some 8 ms of single and 15 ms of double precision, so that an abort is heard soon. */
export const BLOCK_MULTIPLICATIONS = 2 ** 27

/**
 * Rows of one block: `most` where that is little work, fewer where each row is much.
 *
 * Any shape gives the same blocks on every machine; workers share them out.
 * @param perRow multiplications of one row
 * @param unit the answer is a multiple of it, such as the rows of a register tile
 * @example blockRows(1024 * 1024, 128, 4) // 128
 */
export function blockRows(perRow: number, most: number, unit = 1): number {
  const units = Math.floor(Math.min(most, BLOCK_MULTIPLICATIONS / Math.max(1, perRow)) / unit)
  return Math.max(1, units) * unit
}
