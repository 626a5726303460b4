/** Rows that stand for several: every unit of weight belongs to one. */
export interface UnitRows {
  /** Number of units. */
  readonly total: number
  /** Unit → row. */
  rowOf(unit: number): number
}

/** Units of weight in the order of the rows. O(rows) to make, O(log rows) to look up. */
export function unitRows(weights: Float64Array): UnitRows {
  const ends = weights.slice()
  for (let row = 1; row < ends.length; row++) ends[row]! += ends[row - 1]!
  return { total: ends.at(-1)!, rowOf: (unit) => firstAbove(ends, unit) }
}

/** Position of the first of ascending numbers that is above `value`. */
function firstAbove(ascending: Float64Array, value: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}
