import { checkLength, rangeError, type Interactions } from '@clientele/core'

/** Values beyond this (or nearer to 0 than its inverse) could overflow when they are squared and added. */
const LARGEST = 1e70

/**
 * Throws unless interactions can be learned from: at least one cell, a row per customer, rows that have all cells, columns
 * ascending within a row, and values that can be squared and added without overflow. O(cells).
 * @param fn the calling function, named in errors
 * @param name what it calls the interactions
 */
export function checkInteractions(
  fn: string,
  { customers, products, matrix }: Interactions,
  name = 'interactions',
): void {
  const { offsets, indices, values } = matrix
  if (indices.length === 0) throw rangeError(fn, `${name}.matrix.indices.length`, 'be at least 1', 0)
  checkLength(fn, `${name}.matrix.offsets`, offsets, customers.ids.length + 1, 'customer and one more')
  checkLength(fn, `${name}.matrix.values`, values, indices.length, 'cell')
  checkOffsets(fn, `${name}.matrix.offsets`, offsets, indices.length)
  for (let row = 0; row + 1 < offsets.length; row++) {
    let before = -1
    for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) {
      const column = indices[cell]!
      if (!(column > before && column < products.ids.length)) {
        const rule = `ascend within its row and stay below ${products.ids.length}`
        throw rangeError(fn, `${name}.matrix.indices[${cell}]`, rule, column)
      }
      before = column
    }
  }
  for (let cell = 0; cell < values.length; cell++) {
    if (!isModerate(values[cell]!)) checkMagnitude(fn, `${name}.matrix.values[${cell}]`, values[cell]!)
  }
}

/** Throws unless rows follow one another and have all cells: one that no row has would be learned from by halves. */
function checkOffsets(fn: string, name: string, offsets: Int32Array, cells: number): void {
  if (offsets[0] !== 0) throw rangeError(fn, `${name}[0]`, 'be 0', offsets[0])
  for (let row = 1; row < offsets.length; row++) {
    if (offsets[row]! < offsets[row - 1]!) throw rangeError(fn, `${name}[${row}]`, 'not fall', offsets[row])
  }
  const last = offsets.length - 1
  if (offsets[last] !== cells)
    throw rangeError(fn, `${name}[${last}]`, `be ${cells}, the number of cells`, offsets[last])
}

/** Throws unless a value is 0 or of a size that can be squared and added without overflow. */
export function checkMagnitude(fn: string, name: string, value: number): void {
  if (isModerate(value)) return
  throw rangeError(fn, name, `be 0 or between ${1 / LARGEST} and ${LARGEST} in size`, value)
}

function isModerate(value: number): boolean {
  const size = Math.abs(value)
  return size === 0 || (size <= LARGEST && size >= 1 / LARGEST)
}
