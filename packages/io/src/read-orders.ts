import type { AsyncOptions } from '@clientele/core'
import type { CleaningOptions } from './apply-rules.js'
import { cleanOrders, type CleanedOrders } from './clean-orders.js'
import type { ColumnRole } from './column-spellings.js'
import { findColumns, type ColumnRoles } from './find-columns.js'
import { columnNames, readTable, type CsvOptions } from './read-table.js'

/** How a file of orders is read and cleaned. */
export interface ReadOrdersOptions extends CsvOptions, CleaningOptions, AsyncOptions {
  /** Roles whose column is known by name; the others are found by their usual spellings. */
  readonly columns?: Partial<Readonly<Record<ColumnRole, string>>>
}

/** A clean order log, what was left out of it, and which columns it came from. */
export interface ReadOrders extends CleanedOrders {
  /** Role → name of the file's column. */
  readonly roles: ColumnRoles
}

/**
 * A file of orders as a clean order log: finds the columns, reads only those, applies the rules.
 *
 * It is {@link columnNames}, {@link findColumns}, {@link readTable} and {@link cleanOrders} one after another; call those
 * where you want to look in between.
 * @throws the errors of all four
 * @example
 * const { orders, report } = await readOrders('orders.csv', { columns: { customer: 'Kunde' }, without: ['cancelled'] })
 */
export async function readOrders(path: string, options: ReadOrdersOptions = {}): Promise<ReadOrders> {
  const roles = findColumns(await columnNames(path, options), options.columns)
  const table = await readTable(path, { ...options, columns: Object.values(roles) })
  return { ...cleanOrders(table, roles, options), roles }
}
