/** Every 997th cell of a matrix: a prime, so that they fall on all columns. The peers take the same ones. */
const STEP = 997

/** A sample of the cells of a matrix, for the other side to be compared with. */
export function sampleOf(values: Float32Array | Float64Array): number[] {
  return Array.from({ length: Math.ceil(values.length / STEP) }, (_, i) => values[i * STEP]!)
}
