import type { Measured } from './measure-line.js'
import type { Line } from './suite.js'

/** Where and when something was measured. */
export interface Run {
  readonly date: string
  readonly processor: string
  /** Processes that wanted to run in the minute before: far below the number of cores in a quiet run. */
  readonly load: number
  /** Versions of both sides, by name. */
  readonly versions: Readonly<Record<string, string>>
}

/** One row of `results.json` about time. Times are minima in seconds; `ratio` is ours by theirs. */
export interface Row {
  readonly suite: string
  readonly work: string
  readonly peer: string
  readonly ours: number
  /** `null` where no peer does the same. */
  readonly theirs: number | null
  readonly ratio: number | null
  /** The most that the ratio may be; `null` where it is only reported. */
  readonly limit: number | null
  /** The most that our time may be, in seconds; missing where that is not what counts. */
  readonly limitSeconds?: number
  /** Whether ratio and time are within their limits; `null` without any. */
  readonly holds: boolean | null
  readonly oursMedian: number
  readonly theirsMedian: number | null
  readonly repetitions: number
  readonly note?: string
  readonly run: Run
}

/** A line and what was measured for it, as a row. */
export function rowOf(suite: string, { work, peer, limit, limitSeconds }: Line, measured: Measured, run: Run): Row {
  const { ours, theirs, repetitions, note } = measured
  const ratio = theirs ? ours.minimum / theirs.minimum : null
  return {
    suite,
    work,
    peer,
    ours: ours.minimum,
    theirs: theirs?.minimum ?? null,
    ratio,
    limit,
    ...(limitSeconds !== undefined && { limitSeconds }),
    holds: holdsWithin(ours.minimum, ratio, limit, limitSeconds),
    oursMedian: ours.median,
    theirsMedian: theirs?.median ?? null,
    repetitions,
    ...(note !== undefined && { note }),
    run,
  }
}

function holdsWithin(ours: number, ratio: number | null, limit: number | null, limitSeconds: number | undefined) {
  const verdicts = [
    ...(ratio === null || limit === null ? [] : [ratio <= limit]),
    ...(limitSeconds === undefined ? [] : [ours <= limitSeconds]),
  ]
  return verdicts.length === 0 ? null : verdicts.every(Boolean)
}
