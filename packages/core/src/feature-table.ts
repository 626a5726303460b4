import { checkLength, rangeError } from './checks.js'
import type { Dense } from './dense.js'
import type { Id, IdIndex } from './id-index.js'

/** Numbers about each customer (or product, or …): one row per id, one named column per feature. */
export interface FeatureTable<I extends Id = Id> {
  /** What a row stands for, "customer": the name of the id column when the table goes out as rows. */
  readonly entity: string
  /** The id of each row. */
  readonly index: IdIndex<I>
  /** The features, in the order in which people read them. */
  readonly columns: readonly FeatureColumn[]
}

/** One feature of every row. With `labels`, values are positions in it (a segment's number and its name). */
export interface FeatureColumn {
  /** What the feature is called: unique in its table. */
  readonly name: string
  /** One number per row. */
  readonly values: Float64Array | Int32Array | Uint8Array
  /** What the numbers stand for: people read `labels[values[row]]`. */
  readonly labels?: readonly string[]
}

/** A row of a table as people and JSON read it. */
export type Row = Record<string, Id>

/**
 * A column by name. O(columns).
 * @throws RangeError when there is none; the message lists those there are
 * @example featureColumn(scored, 'recency').values[0]
 */
export function featureColumn(table: FeatureTable, name: string): FeatureColumn {
  return findColumn(table, name, 'featureColumn', 'name')
}

function findColumn(table: FeatureTable, name: string, fn: string, argument: string): FeatureColumn {
  const column = table.columns.find((each) => each.name === name)
  if (column !== undefined) return column
  const known = table.columns.map((each) => JSON.stringify(each.name)).join(', ') || 'none'
  throw rangeError(fn, argument, `be a column of the table (${known})`, name)
}

/**
 * The table as one object per row, the id first: for people, `console.table` and JSON.
 *
 * O(cells). A column named `__proto__` becomes an ordinary property.
 * @throws RangeError when two columns, or a column and the id, have one name: one of them would be lost
 * @example console.table(rowsOf(rfm(orders, { asOf: '2011-12-10' })).slice(0, 5))
 */
export function rowsOf(table: FeatureTable): Row[] {
  checkNames(table)
  return table.index.ids.map((id, row) =>
    Object.fromEntries([
      [table.entity, id],
      ...table.columns.map(({ name, values, labels }) => [name, labels?.[values[row]!] ?? values[row]!] as const),
    ]),
  )
}

function checkNames({ entity, columns }: FeatureTable): void {
  const taken = new Set([entity])
  columns.forEach(({ name }, i) => {
    if (taken.has(name)) throw rangeError('rowsOf', `table.columns[${i}].name`, 'be unique in the table', name)
    taken.add(name)
  })
}

/**
 * Some columns of a table (all by default) as a dense matrix, one row per id.
 *
 * O(cells) time and memory.
 * @throws RangeError when a name is unknown, or a column has not one number per row
 * @example denseOf(scored, ['recencyScore', 'frequencyScore', 'monetaryScore'])
 */
export function denseOf(table: FeatureTable, names?: readonly string[]): Dense {
  const columns = names?.map((name, i) => findColumn(table, name, 'denseOf', `names[${i}]`)) ?? table.columns
  const rows = table.index.ids.length
  const values = new Float64Array(rows * columns.length)
  columns.forEach((column, c) => {
    checkLength('denseOf', `table column ${JSON.stringify(column.name)}`, column.values, rows, 'row')
    for (let row = 0; row < rows; row++) values[row * columns.length + c] = column.values[row]!
  })
  return { rows, columns: columns.length, values }
}
