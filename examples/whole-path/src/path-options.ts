import { checkTimeZone } from '@clientele/core'
import { cleaningRules, columnRoles, furtherRules, type CleaningRule, type ColumnRole } from '@clientele/io'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { ColumnListError, parseColumnList } from './column-list.js'
import { UsageError } from './usage-error.js'

/** What the command line asks for. */
export interface PathOptions {
  /** Path of a CSV or Parquet file; without it a shop is generated. */
  readonly orders?: string
  /** The customer to show. */
  readonly customer?: string
  /** Columns of the file by role, where their names are unusual. */
  readonly columns: Partial<Record<ColumnRole, string>>
  /** Names of cleaning rules that are left out. */
  readonly without: readonly string[]
  /** Names of cleaning rules that are added. */
  readonly with: readonly string[]
  readonly dateFormat?: string
  readonly timeZone: string
  readonly seed: string | number
  /** Folder for the results as files. */
  readonly out?: string
  readonly timings: boolean
}

const DEFAULTS = { columns: {}, without: [], with: [], timeZone: 'UTC', seed: 1, timings: false } as const

/**
 * Reads the command line.
 * @param write gets the help text when it is asked for
 * @returns `undefined` when help was all that was asked for
 * @throws UsageError for what cannot be carried out
 */
export function pathOptions(args: readonly string[], write: (text: string) => void): PathOptions | undefined {
  const command = pathCommand().configureOutput({ writeOut: write, writeErr: () => undefined })
  try {
    command.parse(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return undefined
    throw new UsageError(`${worded(error.message)}; --help lists the options`)
  }
  const options = { ...DEFAULTS, ...command.opts<Partial<PathOptions>>() }
  if (options.orders === undefined) checkNothingToRead(options)
  return options
}

function pathCommand(): Command {
  return new Command()
    .name('npm start --')
    .usage('[options]')
    .description(
      'From an order log to RFM scores, clusters, segments, recommendations and an evaluation.\n' +
        'Without --orders it runs on a generated shop.',
    )
    .option('--orders <file>', 'CSV or Parquet file, one row per product in an order', notEmpty)
    .option('--customer <id>', 'show this customer: figures, segment, last month, ten recommendations')
    .option(
      '--columns <list>',
      `role=column,… for columns with unusual names; roles: ${columnRoles.join(', ')}`,
      columns,
    )
    .option('--date-format <format>', 'how dates are written, such as DD.MM.YYYY or "M/D/YYYY H:mm"', notEmpty)
    .option('--time-zone <name>', 'where a day begins, such as Europe/London; default UTC', timeZone)
    .option(
      '--without <rule>',
      `leave out a cleaning rule (repeatable): ${namesOf(cleaningRules)}`,
      ruleOf(cleaningRules),
    )
    .option('--with <rule>', `add a cleaning rule (repeatable): ${namesOf(furtherRules)}`, ruleOf(furtherRules))
    .option('--seed <seed>', 'start of all chance: the shop, the clusters, the intervals; default 1', seed)
    .option('--out <folder>', 'write customers.csv, segments.csv, recommendations.csv, evaluation.json', notEmpty)
    .option('--timings', 'tell on stderr how long each step took')
    .helpOption('--help', 'show this')
    .addHelpText('after', EXAMPLES)
    .allowExcessArguments(false)
    .exitOverride()
}

const EXAMPLES = `
Examples:
  npm start -- --orders orders.parquet --out results
  npm start -- --orders orders.csv --columns 'customer="Customer, ID",time=Paid' --date-format DD.MM.YYYY
  npm start -- --orders orders.csv --customer 17850

Exit codes: 0 done, 1 the data cannot be used, 2 the call cannot be carried out, 130 ended by Ctrl-C.
`

/** A complaint of the parser in the grammar of all errors: option must rule, got value. */
function worded(complaint: string): string {
  const [, option, got, rule] =
    /^error: option '(--[a-z-]+) <\w+>' argument '(.*)' is invalid\. (.*)$/s.exec(complaint) ?? []
  if (rule !== undefined) return `${option!} ${rule}, got ${JSON.stringify(got)}`
  return complaint
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\.$/, '')
}

function checkNothingToRead({ columns, without, dateFormat, with: added }: PathOptions): void {
  const given = [
    ['--columns', Object.keys(columns).length > 0],
    ['--date-format', dateFormat !== undefined],
    ['--without', without.length > 0],
    ['--with', added.length > 0],
  ] as const
  const idle = given.find(([, isGiven]) => isGiven)
  if (idle !== undefined) throw new UsageError(`${idle[0]} is about a file: name it with --orders FILE`)
}

function notEmpty(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('must not be empty')
  return text
}

function columns(list: string, known: Partial<Record<ColumnRole, string>> = {}): Partial<Record<ColumnRole, string>> {
  const wrong = (reason: string) => new InvalidArgumentError(`must be role=column,… (${reason})`)
  const found = { ...known }
  for (const [name, column] of pairsOf(list, wrong)) {
    const role = columnRoles.find((each) => each === name)
    if (role === undefined) throw wrong(`no role is called "${name}"; roles: ${columnRoles.join(', ')}`)
    if (found[role] !== undefined) throw wrong(`${role} is given twice`)
    found[role] = column
  }
  return found
}

function pairsOf(list: string, wrong: (reason: string) => Error): [role: string, column: string][] {
  try {
    return parseColumnList(list)
  } catch (error) {
    throw error instanceof ColumnListError ? wrong(error.message) : error
  }
}

function timeZone(name: string): string {
  try {
    checkTimeZone('--time-zone', name)
    return name
  } catch {
    throw new InvalidArgumentError('must be an IANA time zone such as Europe/London')
  }
}

/** Digits are a number, as in a program; anything else is text. */
function seed(text: string): string | number {
  const number = Number(text)
  return String(number) === text && Number.isFinite(number) ? number : notEmpty(text)
}

function ruleOf(rules: readonly CleaningRule[]) {
  return (name: string, known: readonly string[] = []): readonly string[] => {
    if (!rules.some((rule) => rule.name === name)) throw new InvalidArgumentError(`must be one of ${namesOf(rules)}`)
    return [...known, name]
  }
}

function namesOf(rules: readonly CleaningRule[]): string {
  return rules.map(({ name }) => name).join(', ')
}
