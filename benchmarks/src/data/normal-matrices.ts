import { random } from '@clientele/core'
import type { DataSet } from './data-set.js'

/**
 * Matrices of standard normal numbers in single precision, by name.
 * @param shapes rows and columns of each
 */
export function normalMatrices(
  name: string,
  version: number,
  shapes: Readonly<Record<string, readonly [rows: number, columns: number]>>,
): DataSet {
  const matrix = (array: string, [rows, columns]: readonly [number, number]) => {
    const { normal } = random(name).fork(array)
    return { values: Float32Array.from({ length: rows * columns }, normal), shape: [rows, columns] }
  }
  return {
    name,
    version,
    make: () => Object.fromEntries(Object.entries(shapes).map(([array, shape]) => [array, matrix(array, shape)])),
  }
}
