import { rangeError, typeError } from '@clientele/core'
import { DataError } from './data-error.js'
import { nameList } from './table.js'

/** A column of a file that was chosen, by name and by its position in the file. */
export interface ChosenColumn {
  readonly name: string
  readonly position: number
}

/**
 * The columns to read: those asked for, in that order, or all.
 * @param names the columns that the file has
 * @throws RangeError when one asked for is not there; DataError when its name, or with all of them any name, occurs twice
 */
export function chooseColumns(names: readonly string[], asked?: readonly string[]): ChosenColumn[] {
  if (asked !== undefined && !isList(asked)) {
    throw typeError('readTable', 'columns', 'be a list of column names', asked)
  }
  const positions = new Map<string, number[]>()
  names.forEach((name, position) => {
    const known = positions.get(name)
    if (known === undefined) positions.set(name, [position])
    else known.push(position)
  })
  const wanted = asked === undefined ? [...positions.keys()] : [...new Set(asked)]
  return wanted.map((name) => {
    const found = positions.get(name)
    if (found === undefined) {
      throw rangeError('readTable', 'columns', `be columns of the file (${nameList(names)})`, name)
    }
    if (found.length > 1) {
      const [first, second] = found.map((position) => position + 1)
      throw new DataError('readTable', `name of column ${second}`, `differ from that of column ${first}`, name)
    }
    return { name, position: found[0]! }
  })
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value)
}
