import { rangeError } from './checks.js'
import type { Dense } from './dense.js'
import type { Id, IdIndex } from './id-index.js'

/** Numbers about each customer (or product, or …): one row per id, one named column per feature. */
export interface FeatureTable<I extends Id = Id> {
  /** What a row stands for, "customer": the name of the id column when the table goes out as rows. */
  readonly entity: string
  readonly index: IdIndex<I>
  readonly columns: readonly FeatureColumn[]
}

/** One feature of every row. With `labels`, values are positions in it (a segment's number and its name). */
export interface FeatureColumn {
  readonly name: string
  readonly values: Float64Array | Int32Array | Uint8Array
  readonly labels?: readonly string[]
}

/** A row of a table as people and JSON read it. */
export type Row = Record<string, Id>

/**
 * A column by name.
 * @throws RangeError when there is none; the message lists those there are
 * @example featureColumn(scored, 'recency').values[0]
 */
export function featureColumn(table: FeatureTable, name: string): FeatureColumn {
  const column = table.columns.find((each) => each.name === name)
  if (column === undefined) {
    const known = table.columns.map((each) => JSON.stringify(each.name)).join(', ')
    throw rangeError('featureColumn', 'name', `be a column of the table (${known})`, name)
  }
  return column
}

/**
 * The table as one object per row, the id first: for people, `console.table` and JSON.
 *
 * O(cells). A column named `__proto__` becomes an ordinary property.
 * @example console.table(rowsOf(rfm(orders, { asOf: '2011-12-10' })).slice(0, 5))
 */
export function rowsOf(table: FeatureTable): Row[] {
  return table.index.ids.map((id, row) =>
    Object.fromEntries([
      [table.entity, id],
      ...table.columns.map(({ name, values, labels }) => [name, labels?.[values[row]!] ?? values[row]!] as const),
    ]),
  )
}

/**
 * Some columns of a table (all by default) as a dense matrix, one row per id.
 * @throws RangeError when a name is unknown
 * @example denseOf(scored, ['recencyScore', 'frequencyScore', 'monetaryScore'])
 */
export function denseOf(table: FeatureTable, names?: readonly string[]): Dense {
  const columns = names === undefined ? table.columns : names.map((name) => featureColumn(table, name))
  const rows = table.index.ids.length
  const values = new Float64Array(rows * columns.length)
  columns.forEach((column, c) => {
    for (let row = 0; row < rows; row++) values[row * columns.length + c] = column.values[row]!
  })
  return { rows, columns: columns.length, values }
}
