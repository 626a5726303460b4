import { rangeError, typeError } from '@clientele/core'
import { columnSpellings, looseAmounts, type ColumnRole, type Tiers } from './column-spellings.js'
import { DataError } from './data-error.js'
import { nameList } from './table.js'

/** Role → name of the file's column. Customer and time are always there, and amount or both quantity and price. */
export interface ColumnRoles extends Partial<Readonly<Record<ColumnRole, string>>> {
  /** The column of who bought. */
  readonly customer: string
  /** The column of when. */
  readonly time: string
}

/** Every role, in the order in which columns are looked for. */
export const columnRoles = Object.keys(columnSpellings) as readonly ColumnRole[]

/**
 * Finds which column of a file is what by its usual spellings ("Customer ID", "customer_id", "CustomerID", …).
 *
 * A column serves one role, unless it is given for several. O(columns × spellings).
 * @param names the file's columns, as {@link columnNames} returns them
 * @param given roles whose column is known; they win over spellings
 * @throws RangeError when a given column is not in the file, or there is no such role; {@link DataError} when customer, time
 *   or the money cannot be found, or several columns could be the same role. The message lists what the file has.
 * @example
 * findColumns(['Invoice', 'Customer ID', 'InvoiceDate', 'Total'])
 * // { customer: 'Customer ID', time: 'InvoiceDate', order: 'Invoice', amount: 'Total' }
 */
export function findColumns(
  names: readonly string[],
  given: Partial<Readonly<Record<ColumnRole, string>>> = {},
): ColumnRoles {
  const found = checkGiven(names, given)
  const free = new Map<string, string[]>()
  const taken = new Set(found.values())
  for (const name of names) if (!taken.has(name)) free.set(plain(name), [...(free.get(plain(name)) ?? []), name])
  const look = (role: ColumnRole, tiers: Tiers) => {
    if (found.has(role)) return
    const name = firstOf(role, tiers, free)
    if (name === undefined) return
    found.set(role, name)
    free.delete(plain(name))
  }
  for (const role of columnRoles) look(role, columnSpellings[role])
  const multiplies = found.has('quantity') && found.has('price')
  if (!multiplies) look('amount', looseAmounts)
  if (!found.has('customer')) throw notFound('customer', 'Customer ID', names)
  if (!found.has('time')) throw notFound('time', 'Order Date', names)
  if (!multiplies && !found.has('amount')) throw notFound('amount (or quantity and price)', 'Line Total', names)
  return Object.fromEntries(found) as unknown as ColumnRoles
}

function checkGiven(names: readonly string[], given: Partial<Record<ColumnRole, string>>): Map<ColumnRole, string> {
  const found = new Map<ColumnRole, string>()
  for (const [role, name] of Object.entries(given) as [ColumnRole, unknown][]) {
    if (!columnRoles.includes(role))
      throw rangeError('findColumns', 'given', `name roles (${columnRoles.join(', ')})`, role)
    if (name === undefined) continue
    if (typeof name !== 'string') throw typeError('findColumns', `given.${role}`, 'be the name of a column', name)
    if (!names.includes(name))
      throw rangeError('findColumns', role, `be a column of the file (${nameList(names)})`, name)
    found.set(role, name)
  }
  return found
}

/** The free column of the first tier that has one. */
function firstOf(role: ColumnRole, tiers: Tiers, free: ReadonlyMap<string, string[]>): string | undefined {
  for (const tier of tiers) {
    const candidates = tier.flatMap((spelling) => free.get(plain(spelling)) ?? [])
    if (candidates.length > 1) {
      const rule = `be given by name, as ${nameList(candidates)} could all be meant`
      throw new DataError('findColumns', role, rule, undefined)
    }
    if (candidates.length === 1) return candidates[0]
  }
  return undefined
}

/** Letters and digits alone, in lower case, without accents. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function notFound(what: string, example: string, names: readonly string[]): DataError {
  const rule = `be given by name, as no column is spelled like "${example}" among ${nameList(names)}`
  return new DataError('findColumns', what, rule, undefined)
}
