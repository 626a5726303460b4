import { rangeError } from '@clientele/core'
import { cleaningRules, type CleaningRule } from './cleaning-rules.js'
import { columnRoles, type ColumnRoles } from './find-columns.js'
import type { ColumnRole } from './column-spellings.js'
import { lineReader, orderCells, type CellOptions, type OrderCells } from './order-cells.js'
import { tableRow, type Table, type TableRow } from './table.js'

/** Which rules apply, and how cells are read. */
export interface CleaningOptions extends CellOptions {
  /** Rules in the order in which they are applied; default {@link cleaningRules}. */
  readonly rules?: readonly CleaningRule[]
  /** Names of rules that are turned off. */
  readonly without?: readonly string[]
}

/** What was read, what was left out and why. */
export interface CleaningReport {
  /** Rows of the table. */
  readonly rowsRead: number
  /** Rows that no rule dropped. */
  readonly rowsKept: number
  /** One entry for each rule, in the order of the rules. */
  readonly dropped: readonly DroppedRows[]
  /** Names of the rules that were turned off. */
  readonly without: readonly string[]
  /** The format that the dates were found to have, where they are neither ISO 8601 nor `dateFormat` was given. */
  readonly dateFormat?: string
}

/** What one rule left out. */
export interface DroppedRows {
  /** Name of the rule. */
  readonly rule: string
  /** Why it drops rows, for people. */
  readonly reason: string
  /** Rows that this rule was the first to drop. */
  readonly count: number
  /** The first rows dropped, at most three. */
  readonly samples: readonly TableRow[]
  /** Numbers of those rows in the file, the first row behind the header being 1. */
  readonly sampleRows: readonly number[]
  /** Roles that the rule needs and the file has no column for: the rule was not applied. Empty when it was. */
  readonly missing: readonly ColumnRole[]
}

/** Rows that no rule drops, and the report. */
export interface CleanRows {
  /** Positions of the rows, ascending. */
  readonly rows: Int32Array
  /** What was left out and why. */
  readonly report: CleaningReport
}

/**
 * Which rows of a table the rules leave, with a report; each row is counted by the first rule that drops it.
 *
 * {@link cleanOrders} makes an order log of them; alone it answers what a rule would drop if it were the only one.
 * O(rows × rules).
 * @throws RangeError when an option is wrong; {@link DataError} when a cell that a rule looks at cannot be read
 * @example
 * applyRules(table, roles, { rules: cleaningRules.slice(1, 2) }).report.dropped[0]?.count // 22950
 */
export function applyRules(table: Table, roles: ColumnRoles, options: CleaningOptions = {}): CleanRows {
  return applyRulesToCells(table, orderCells(table, roles, options), options)
}

/** {@link applyRules} on cells that are decoded already. */
export function applyRulesToCells(table: Table, cells: OrderCells, options: CleaningOptions): CleanRows {
  const { rules = cleaningRules, without = [] } = options
  checkRules(rules, without)
  const tallies = rules.filter(({ name }) => !without.includes(name)).map((rule) => tallyFor(rule, cells))
  const rows = new Int32Array(table.rowCount)
  let kept = 0
  for (let row = 0; row < table.rowCount; row++) {
    const tally = tallies.find(({ drops }) => drops(row))
    if (tally === undefined) rows[kept++] = row
    else if (++tally.count <= SAMPLES) tally.rows.push(row)
  }
  const dropped = tallies.map(({ rule, count, rows: sampled, missing }) => ({
    rule: rule.name,
    reason: rule.reason,
    count,
    samples: sampled.map((row) => tableRow(table, row)),
    sampleRows: sampled.map((row) => row + 1),
    missing,
  }))
  const report = { rowsRead: table.rowCount, rowsKept: kept, dropped, without: [...without] }
  return { rows: rows.slice(0, kept), report }
}

const SAMPLES = 3

/** A rule at work. */
interface Tally {
  readonly rule: CleaningRule
  readonly missing: readonly ColumnRole[]
  readonly drops: (row: number) => boolean
  readonly rows: number[]
  count: number
}

function tallyFor(rule: CleaningRule, cells: OrderCells): Tally {
  const missing = rule.needs.filter((role) => !cells.has(role))
  if (missing.length > 0) return { rule, missing, drops: () => false, rows: [], count: 0 }
  const read = lineReader(cells, rule.needs)
  return { rule, missing, drops: (row) => rule.drops(read(row)), rows: [], count: 0 }
}

function checkRules(rules: readonly CleaningRule[], without: readonly string[]): void {
  const names = rules.map(({ name }) => name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw rangeError('cleanOrders', 'rules', 'have different names', twice)
  for (const name of without) {
    if (!names.includes(name)) throw rangeError('cleanOrders', 'without', `name rules (${names.join(', ')})`, name)
  }
  for (const { needs } of rules) {
    const unknown = needs.find((role) => !columnRoles.includes(role))
    if (unknown !== undefined)
      throw rangeError('cleanOrders', 'rules', `need roles (${columnRoles.join(', ')})`, unknown)
  }
}
