import type { Transactions } from '@clientele/core'
import {
  cleaningRules,
  cleanOrders,
  columnNames,
  findColumns,
  furtherRules,
  readTable,
  type CleaningReport,
  type ColumnRoles,
} from '@clientele/io'
import { generateShop } from '@clientele/synthetic-data'
import { basename } from 'node:path'
import type { PathOptions } from './path-options.js'
import type { RunStep } from './run-steps.js'

/** A clean order log and where it comes from. */
export interface OrdersIn {
  /** The file's name, or words for the generated shop. */
  readonly title: string
  readonly orders: Transactions
  /** What cleaning dropped; `undefined` for a generated shop, which is clean. */
  readonly report: CleaningReport | undefined
}

/** The orders of the file that the options name, cleaned; or those of a shop generated from the seed. */
export function ordersIn(options: PathOptions, step: RunStep): Promise<OrdersIn> {
  const { orders } = options
  return orders === undefined ? generated(options, step) : fromFile(orders, options, step)
}

const CUSTOMERS = 2000
const PRODUCTS = 300

async function generated({ seed }: PathOptions, step: RunStep): Promise<OrdersIn> {
  const { orders } = await step('Generating a shop', () =>
    generateShop({ seed, customers: CUSTOMERS, products: PRODUCTS, seasonality: 0.3 }),
  )
  return { title: `a generated shop (seed ${JSON.stringify(seed)})`, orders, report: undefined }
}

async function fromFile(path: string, options: PathOptions, step: RunStep): Promise<OrdersIn> {
  const { columns, without, with: added, dateFormat, timeZone } = options
  const { table, roles } = await step('Reading orders', async (asynchronous) => {
    const found = findColumns(await columnNames(path, asynchronous), columns)
    return { table: await readTable(path, { columns: columnsOf(found), ...asynchronous }), roles: found }
  })
  const rules = [...cleaningRules, ...furtherRules.filter(({ name }) => added.includes(name))]
  const cleaned = await step('Cleaning orders', () =>
    cleanOrders(table, roles, { rules, without, timeZone, ...(dateFormat !== undefined && { dateFormat }) }),
  )
  return { title: basename(path), ...cleaned }
}

/** The columns to read; the longest text comes last, so that a row cut to a line still shows its numbers. */
function columnsOf({ description, ...others }: ColumnRoles): string[] {
  return [...Object.values(others), ...(description === undefined ? [] : [description])]
}
