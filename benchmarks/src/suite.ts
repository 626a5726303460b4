import type { DataSet } from './data/data-set.js'
import type { Quality } from './quality.js'

/** What one side answered, so that the other can be asked whether it agrees. */
export interface Answer {
  /** Numbers of the answer, or a sample of them, in an order that both sides share; empty where nothing is compared. */
  readonly numbers: readonly number[]
  /** What the row should say besides the time. */
  readonly note?: string
}

/** Work whose data is in memory: what remains is what is timed. */
export interface Prepared<R> {
  run(): R | Promise<R>
  /** Units of work in one run, such as round trips; the time reported is that of one unit. Default: 1. */
  readonly units?: number
  /** What is reported instead of the time of a run, in seconds, where the run itself takes times. */
  secondsOf?(result: R): number
  /**
   * Looks at the result of a run, outside the time.
   * @throws Error when the result is wrong in itself
   */
  answer(result: R): Answer | Promise<Answer>
  /** Gives back what garbage collection does not. */
  finish?(): void
}

/** A piece of work of our side. It gets the folder of each data set of its line, by the data set's name. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each work has its own kind of result
export type Work = (folders: Readonly<Record<string, string>>) => Prepared<any> | Promise<Prepared<any>>

/** One row of the results: a piece of work here and, unless it is measured alone, the same work of a peer. */
export interface Line {
  /** What is done, with its size. */
  readonly work: string
  /** Who does it as well, and with how many threads. With `work` the name of the row. */
  readonly peer: string
  /** Data sets that the work reads. */
  readonly data: readonly DataSet[]
  /** Our work, by its name in the suite's `works`. */
  readonly ours: string
  /** The peer's work: in `works` for a peer in JavaScript, in the suite's Python program otherwise. */
  readonly theirs?: { readonly side: 'node' | 'python'; readonly work: string }
  /** The most that our time may be of theirs; `null` where the time is only reported. */
  readonly limit: number | null
  /** The most that our time may be, in seconds, where that is what counts. */
  readonly limitSeconds?: number
  /** How far apart the two answers may lie, as a share of the largest number among them. */
  readonly tolerance?: number
  /** Times each side runs, after one run that does not count. */
  readonly repetitions: number
}

/** The rows of one package, or of a part of one. */
export interface Suite {
  /** The package, or a folder of one. `peers/NAME.py` is what its peers in Python do. */
  readonly name: string
  /** The file in `peers` that pins its peers' versions; default `requirements.txt`, the environment that most share. */
  readonly requirements?: string
  readonly works: Readonly<Record<string, Work>>
  readonly lines: readonly Line[]
  /** How good its answers are. */
  readonly qualities?: readonly Quality[]
}
