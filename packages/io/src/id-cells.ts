import { describeValue, type Id } from '@clientele/core'
import { DataError } from './data-error.js'
import { isMissingText } from './parse-number.js'
import type { NumberColumn, TableColumn, TextColumn } from './table.js'

/** A column of ids as codes: row r holds `ids[codes[r]]`, or no id when the code is -1. */
export interface IdCells {
  readonly codes: Int32Array
  /** Distinct ids. */
  readonly ids: readonly Id[]
}

/**
 * A column's ids as they are in the file: numbers where the file has numbers, otherwise text, unchanged.
 *
 * One exception: where every text of a column is a whole number and some end in ".0", as pandas writes integers beside
 * missing values, the ".0" goes ("13085.0" becomes "13085"). A column that holds "1.5" or "A.0" is left alone.
 * @param role how errors name the column
 * @param isMissing which texts are no id
 * @throws DataError when the column holds times
 */
export function idCells(
  role: string,
  column: TableColumn,
  isMissing: (text: string) => boolean = isMissingText,
): IdCells {
  if (column.kind === 'text') return textIds(column, isMissing)
  if (column.kind === 'number') return numberIds(column)
  throw new DataError('cleanOrders', `${role} ${describeValue(column.name)}`, 'hold text or numbers', 'times')
}

function textIds({ codes, labels }: TextColumn, isMissing: (text: string) => boolean): IdCells {
  const hasPointZero = isWholeWithPointZero(labels.filter((label) => !isMissing(label)))
  const positions = new Map<string, number>()
  const idOfLabel = Int32Array.from(labels, (label) => {
    if (isMissing(label)) return -1
    const id = hasPointZero ? label.trim().replace(/\.0$/, '') : label
    const known = positions.get(id) ?? positions.size
    positions.set(id, known)
    return known
  })
  return { codes: codes.map((code) => (code < 0 ? -1 : idOfLabel[code]!)), ids: [...positions.keys()] }
}

function isWholeWithPointZero(texts: readonly string[]): boolean {
  return texts.every((text) => /^\s*\d+(\.0)?\s*$/.test(text)) && texts.some((text) => /\.0\s*$/.test(text))
}

function numberIds({ values }: NumberColumn): IdCells {
  const positions = new Map<number, number>()
  const codes = new Int32Array(values.length)
  // Rows of one order follow one another: most ids are the one before.
  let last = NaN
  let lastCode = -1
  for (let row = 0; row < values.length; row++) {
    const id = values[row]!
    if (id !== last) {
      last = id
      lastCode = Number.isNaN(id) ? -1 : (positions.get(id) ?? positions.size)
      if (lastCode === positions.size) positions.set(id, lastCode)
    }
    codes[row] = lastCode
  }
  return { codes, ids: [...positions.keys()] }
}
