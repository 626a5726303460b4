import { rangeError } from '@clientele/core'
import type { RunOutcome, SearchRun } from './judge-run.js'
import { settingsKey, type Settings } from './settings.js'

/**
 * Where a search notes each result as soon as it has it, so that another one can go on where it ended, killed or not. Text is
 * only ever added. `fileLog` of `@clientele/io` keeps it in a file; `memoryLog` in memory.
 */
export interface SearchLog {
  /** All text so far; empty when there is none yet. */
  read(): string | Promise<string>
  /** Adds a line at the end; when it returns (or its promise resolves) the line must survive whatever comes. */
  append(line: string): void | Promise<void>
}

/** A log in memory: for tests, and for pages that keep its text elsewhere. */
export interface MemoryLog extends SearchLog {
  /** All text so far. */
  read(): string
}

/**
 * A log in memory.
 * @param text what was noted before
 * @example
 * const log = memoryLog(localStorage.getItem('search') ?? '')
 * await gridSearchAsync(fit, grid, splits, { log })
 * localStorage.setItem('search', log.read())
 */
export function memoryLog(text = ''): MemoryLog {
  let all = text
  return {
    read: () => all,
    append(line) {
      all += line
    },
  }
}

/** A log that was read: what it knows, and how to go on. */
export interface OpenLog {
  /** What runs gave, by {@link runKey}. */
  readonly known: ReadonlyMap<string, RunOutcome>
  readonly damagedLines: number
  /** Notes a run; lines are written one after the other. */
  note(run: SearchRun, outcome: RunOutcome): Promise<void>
}

const FORMAT = 'clientele search 1'

/** A text that two runs share only if they are the same work. */
export function runKey({ settings, split, share }: SearchRun): string {
  return JSON.stringify([settingsKey(settings), split, share])
}

/**
 * Reads a log and, when it is new, begins it. A line that was cut short is skipped and counted; the next one starts on a line
 * of its own.
 * @throws RangeError when it is not a log of a search, or of one with other splits or another protocol
 */
export async function openLog(fn: string, log: SearchLog, fingerprint: string): Promise<OpenLog> {
  const text = await log.read()
  const lines = text.split('\n').filter((line) => line !== '')
  const header = JSON.stringify({ format: FORMAT, fingerprint })
  const start = lines.findIndex((line) => parsed(line) !== undefined)
  const isNew = start < 0
  if (!isNew) checkHeader(fn, lines[start]!, fingerprint)
  // A search that was killed in its first moment leaves a piece of the header.
  else if (lines[0] !== undefined && !header.startsWith(lines[0])) throw notALog(fn, lines[0])
  const known = new Map<string, RunOutcome>()
  const records = isNew ? [] : lines.slice(start + 1).map(recordOf)
  for (const record of records) if (record !== undefined) known.set(runKey(record.run), record.outcome)
  const cut = text !== '' && !text.endsWith('\n')
  if (isNew) await log.append(`${cut ? '\n' : ''}${header}\n`)
  else if (cut) await log.append('\n')
  let last = Promise.resolve()
  return {
    known,
    damagedLines: records.filter((record) => record === undefined).length + (isNew ? lines.length : start),
    note(run, outcome) {
      last = last.then(() => log.append(`${JSON.stringify({ ...run, ...outcome })}\n`))
      return last
    },
  }
}

function checkHeader(fn: string, line: string, fingerprint: string): void {
  const header = parsed(line)
  if (header?.['format'] !== FORMAT) throw notALog(fn, line)
  if (header['fingerprint'] === fingerprint) return
  const rule = `be that of a search with the same splits and protocol (${fingerprint})`
  throw rangeError(fn, 'log', rule, header['fingerprint'])
}

function notALog(fn: string, line: string): RangeError {
  return rangeError(fn, 'log', 'be empty or the log of a search', line)
}

/** What a line says; `undefined` when it is damaged. */
function recordOf(line: string): { readonly run: SearchRun; readonly outcome: RunOutcome } | undefined {
  const record = parsed(line)
  if (record === undefined) return undefined
  const { settings, split, share, metrics, seconds } = record
  const isRecord = isObject(settings) && isObject(metrics) && [split, share, seconds].every(Number.isFinite)
  if (!isRecord || !Object.values(metrics).every(Number.isFinite)) return undefined
  return {
    run: { settings: settings as Settings, split: split as number, share: share as number },
    outcome: { metrics: metrics as Record<string, number>, seconds: seconds as number },
  }
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
