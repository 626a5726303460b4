/** into[block] = 1 when every number of the block is finite and at most `limit` in size, otherwise 0. */
export function withinLimit(
  values: Float64Array,
  limit: number,
  into: Int32Array,
  blockRows: number,
  start: number,
  end: number,
): void {
  into[start / blockRows] = values.subarray(start, end).every((value) => Math.abs(value) <= limit) ? 1 : 0
}
