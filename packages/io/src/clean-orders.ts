import { describeValue, encodeIds, type Catalog, type CatalogAttribute, type Transactions } from '@clientele/core'
import { applyRulesToCells, type CleaningOptions, type CleaningReport } from './apply-rules.js'
import { DataError } from './data-error.js'
import type { ColumnRoles } from './find-columns.js'
import type { IdCells } from './id-cells.js'
import type { NumberCells } from './number-cells.js'
import { orderCells, type IdRole, type OrderCells } from './order-cells.js'
import { placeOf, type Table } from './table.js'

/** A clean order log and what was left out of it. */
export interface CleanedOrders {
  /** The lines that are left. */
  readonly orders: Transactions
  /** What was left out and why. */
  readonly report: CleaningReport
}

/**
 * An order log from a table: rows that the rules drop are left out and reported, all others are lines in their order.
 *
 * A line's amount is the amount column's, or else quantity × price. Ids are those of the file, numbers or text; the catalogue
 * knows each product's `name` (description) and `category` from its first kept line that has one. A kept row without a
 * customer, time, amount, or (where the file has such columns) product, order or quantity is an error that names it: no rule
 * may then be turned off that drops such rows, and {@link furtherRules} drop more.
 *
 * O(rows) time; 36 bytes a line.
 * @param roles which column is what, as {@link findColumns} returns it
 * @throws RangeError when an option is wrong; {@link DataError} for a cell that cannot be read, and when no row is left
 * @example
 * const { orders, report } = cleanOrders(table, findColumns(table.columns.map((column) => column.name)))
 */
export function cleanOrders(table: Table, roles: ColumnRoles, options: CleaningOptions = {}): CleanedOrders {
  const cells = orderCells(table, roles, options)
  const { rows, report } = applyRulesToCells(table, cells, options)
  if (rows.length === 0) throw nothingLeft(report)
  const idsOf = (role: IdRole) => keptIds(role, table, roles, cells.ids(role), rows)
  const customer = idsOf('customer')
  const order = cells.has('order') ? idsOf('order') : undefined
  const product = cells.has('product') ? idsOf('product') : undefined
  const quantity = cells.has('quantity') ? keptNumbers(cells.numbers('quantity'), rows) : undefined
  const times = cells.times()
  const orders: Transactions = {
    size: rows.length,
    customers: { ids: customer.ids },
    customer: customer.codes,
    time: keptNumbers(times, rows),
    amount: amounts(table, cells, rows, quantity),
    ...(product && { products: { ids: product.ids }, product: product.codes }),
    ...(order && { orders: { ids: order.ids }, order: order.codes }),
    ...(quantity && { quantity }),
    ...(product && { catalog: catalogOf(cells, rows, product) }),
  }
  return { orders, report: times.dateFormat === undefined ? report : { ...report, dateFormat: times.dateFormat } }
}

function nothingLeft({ rowsRead, dropped }: CleaningReport): DataError {
  const reasons = dropped.filter(({ count }) => count > 0).map(({ rule, count }) => `, ${rule} dropped ${count}`)
  return new DataError('cleanOrders', 'rows kept', `be at least 1 (${rowsRead} read${reasons.join('')})`, 0)
}

/** Ids of the kept rows, numbered by first appearance among them. */
function keptIds(role: IdRole, table: Table, roles: ColumnRoles, cells: IdCells, rows: Int32Array): IdCells {
  const kept = rows.map((row) => cells.codes[row]!)
  const without = kept.indexOf(-1)
  if (without >= 0) {
    const name = describeValue(roles[role])
    const rule = `not be empty (a rule can drop such rows: missing-${role})`
    throw new DataError('cleanOrders', `${role} ${name} of ${placeOf(table, rows[without]!)}`, rule, '')
  }
  const { index, codes } = encodeIds<number>(kept)
  return { codes, ids: index.ids.map((code) => cells.ids[code]!) }
}

function keptNumbers({ values, isBad, fault }: NumberCells, rows: Int32Array): Float64Array {
  const kept = new Float64Array(rows.length)
  for (let line = 0; line < rows.length; line++) {
    const row = rows[line]!
    const value = values[row]!
    if (Number.isNaN(value) || isBad(row)) throw fault(row)
    kept[line] = value
  }
  return kept
}

function amounts(table: Table, cells: OrderCells, rows: Int32Array, quantity: Float64Array | undefined): Float64Array {
  if (cells.has('amount')) return keptNumbers(cells.numbers('amount'), rows)
  const amount = keptNumbers(cells.numbers('price'), rows)
  for (let line = 0; line < amount.length; line++) {
    amount[line]! *= quantity![line]!
    if (Number.isFinite(amount[line])) continue
    const subject = `quantity × price of ${placeOf(table, rows[line]!)}`
    throw new DataError('cleanOrders', subject, 'be finite', amount[line])
  }
  return amount
}

function catalogOf(cells: OrderCells, rows: Int32Array, { ids, codes }: IdCells): Catalog {
  const attributes: CatalogAttribute[] = []
  for (const [name, role] of [
    ['name', 'description'],
    ['category', 'category'],
  ] as const) {
    if (!cells.has(role)) continue
    const textOf = cells.text(role)
    const values = new Array<string | undefined>(ids.length).fill(undefined)
    codes.forEach((product, line) => (values[product] ??= textOf(rows[line]!)))
    attributes.push({ name, kind: 'text', values })
  }
  return { products: { ids }, attributes }
}
