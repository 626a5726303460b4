/** Bytes of numbers that are remembered. */
const MOST_BYTES = 64 * 2 ** 20

/**
 * Remembers lists of numbers that were worked out for rows, up to 64 MB of them: the one not asked for longest is forgotten first.
 * @param length of each list
 * @returns a function that gives the list of a row; that of no row is worked out each time
 */
export function remembered(length: number): (row: number | undefined, workOut: () => Float64Array) => Float64Array {
  const most = Math.max(1, Math.floor(MOST_BYTES / (8 * Math.max(1, length))))
  const known = new Map<number, Float64Array>()
  return (row, workOut) => {
    if (row === undefined) return workOut()
    const list = known.get(row) ?? workOut()
    // Written anew, a row is the last of the map.
    known.delete(row)
    known.set(row, list)
    if (known.size > most) known.delete(known.keys().next().value!)
    return list
  }
}
