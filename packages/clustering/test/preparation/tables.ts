import { idIndex, type FeatureTable } from '@clientele/core'

/** A table of customers 'a', 'b', … with the given columns. */
export function tableOf(columns: Readonly<Record<string, readonly number[]>>): FeatureTable<string> {
  const rows = Object.values(columns)[0]!.length
  return {
    entity: 'customer',
    index: idIndex(Array.from({ length: rows }, (_, row) => String.fromCharCode(97 + row))),
    columns: Object.entries(columns).map(([name, values]) => ({ name, values: Float64Array.from(values) })),
  }
}

/** The columns of a table by name, as lists. */
export function columnsOf(table: FeatureTable): Record<string, number[]> {
  return Object.fromEntries(table.columns.map(({ name, values }) => [name, Array.from(values)]))
}
