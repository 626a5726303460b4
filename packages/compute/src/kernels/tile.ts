/** Rows of a register tile. */
export const TILE_ROWS = 4

/** The element types that products are made of. */
export type Floats = Float32Array | Float64Array

/** Columns of a register tile: two vectors, 8 for f32 and 4 for f64. */
export function tileColumns(values: Floats): number {
  return 32 / values.BYTES_PER_ELEMENT
}

/** Rounds a result to the precision of the array it is for, as each operation of the compiled kernel does. */
export function roundingOf(values: Floats): (value: number) => number {
  return values instanceof Float32Array ? Math.fround : (value) => value
}

/**
 * into[r][c] += sum over k of left[r][k] * right[k][c] over packed panels: each sum is complete before it is added.
 * `rows` × `columns` cells of `into` exist, `stride` apart.
 */
export function addPanels(
  left: Floats,
  right: Floats,
  depth: number,
  rows: number,
  columns: number,
  into: Floats,
  stride: number,
): void {
  const width = tileColumns(into)
  const round = roundingOf(into)
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const a = r - (r % TILE_ROWS)
      const b = c - (c % width)
      let sum = 0
      for (let k = 0; k < depth; k++) {
        const cell = round(left[a * depth + k * TILE_ROWS + (r - a)]! * right[b * depth + k * width + (c - b)]!)
        sum = round(sum + cell)
      }
      into[r * stride + c] = into[r * stride + c]! + sum
    }
  }
}
