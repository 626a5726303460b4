import type { Floats, Matrix } from '@clientele/compute'
import fc from 'fast-check'
import { expect } from 'vitest'

interface FloatsKind {
  new (length: number): Floats
  from(values: Iterable<number>): Floats
}

/** Both precisions: what it is called, its arrays, and half the distance from 1 to the next number. */
export const precisions: readonly (readonly [name: string, kind: FloatsKind, rounding: number])[] = [
  ['single', Float32Array, 2 ** -24],
  ['double', Float64Array, 2 ** -53],
]

/** The plain triple loop in double precision. */
export function naiveProduct(left: Matrix, right: Matrix): Matrix<Float64Array> {
  const [rows, depth, columns] = [left.rows, left.columns, right.columns]
  const values = new Float64Array(rows * columns)
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      for (let k = 0; k < depth; k++) {
        values[r * columns + c]! += left.values[r * depth + k]! * right.values[k * columns + c]!
      }
    }
  }
  return { rows, columns, values }
}

export function transposed<A extends Floats>({ rows, columns, values }: Matrix<A>): Matrix<A> {
  const turned = values.slice() as A
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) turned[c * rows + r] = values[r * columns + c]!
  return { rows: columns, columns: rows, values: turned }
}

/** The largest difference of two lists of numbers; they must be equally long. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length)
  let most = 0
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!))
  return most
}

/** Sizes of which many lie at the edges of tiles and vectors. */
export const size = fc.oneof(fc.constantFrom(1, 3, 4, 5, 7, 8, 9), fc.integer({ min: 1, max: 40 }))

/** Numbers with few digits: sums of their products are exact in double precision. */
export const cell = fc.integer({ min: -64, max: 64 }).map((value) => value / 8)

/** A matrix of such numbers. */
export function matrixOf<A extends Floats>(
  rows: number,
  columns: number,
  kind: { from(values: Iterable<number>): A },
): fc.Arbitrary<Matrix<A>> {
  return fc
    .array(cell, { minLength: rows * columns, maxLength: rows * columns })
    .map((values) => ({ rows, columns, values: kind.from(values) }))
}

/** A matrix that says it has many cells, without having them: for what is refused before a cell is read. */
export function vast<A extends Floats>(rows: number, columns: number, kind: new (length: number) => A): Matrix<A> {
  const values = new kind(0)
  Object.defineProperty(values, 'length', { value: rows * columns })
  return { rows, columns, values }
}
