import type { Matrix } from '@clientele/compute'
import type { ShapedArray } from '../../data/data-set.js'

/** Two-dimensional data in single precision as a matrix. */
export function matrixOf({ values, shape: [rows, columns] }: ShapedArray): Matrix<Float32Array> {
  return { rows: rows!, columns: columns!, values: values as Float32Array }
}
