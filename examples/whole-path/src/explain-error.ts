import { DataError } from '@clientele/io'
import { printable } from './printable.js'
import { UsageError } from './usage-error.js'

/** What to tell the user of an error, and the exit code: 2 when the call is wrong, 1 when the data or the world is. */
export interface Explained {
  /** One line. */
  readonly message: string
  readonly exitCode: 1 | 2
}

/** An error in the words of the command line: options instead of functions and their arguments, and what to do. */
export function explainError(error: unknown): Explained {
  const message = printable(error instanceof Error ? error.message : String(error))
  if (error instanceof UsageError) return { message, exitCode: 2 }
  if (isSystemError(error)) return { message: `the system refused: ${message}`, exitCode: 1 }
  const wrongArgument = (error instanceof RangeError || error instanceof TypeError) && ARGUMENT.test(message)
  return {
    message: TRANSLATIONS.reduce((text, [pattern, words]) => text.replace(pattern, words), message),
    exitCode: wrongArgument && !(error instanceof DataError) ? 2 : 1,
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

/** Errors of the readers about how they were called. */
const ARGUMENT = /^(readTable|columnNames|findColumns|cleanOrders): /

/** In order; what the libraries call an argument is an option here. */
const TRANSLATIONS: readonly (readonly [RegExp, string])[] = [
  [/^readTable: path must/, '--orders must'],
  [/^findColumns: (\w+) must be a column/, '--columns: $1 must be a column'],
  [
    /^findColumns: (\w+)(.*) must be given by name, (.*), got undefined$/,
    '$1$2 must be given by name (--columns $1=NAME), $3',
  ],
  [
    /^cleanOrders: rows kept must be at least 1 \(0 read\), got 0$/,
    'the file must hold rows below its header, got none',
  ],
  [
    /^cleanOrders: rows kept must be at least 1 \((.*)\), got 0$/,
    'no row is left ($1); check the columns (--columns role=NAME) or turn a rule off (--without RULE)',
  ],
  [/a rule can drop such rows: (missing-(?!customer)\w+)/, '--with $1 drops such rows'],
  [/a rule can drop such rows: (\S+)\)/, 'the rule $1 drops such rows)'],
  [/^\w+: /, ''],
  [/\bdateFormat\b/g, '--date-format'],
]
