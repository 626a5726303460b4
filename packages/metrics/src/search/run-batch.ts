import { compensatedSum, type Task } from '@clientele/core'
import type { RunOutcome, SearchRun } from './judge-run.js'
import { checkHasMetric, type SearchProtocol } from './search-options.js'
import type { SearchTrial } from './search-result.js'
import type { Settings } from './settings.js'

/** Why a run failed. */
export interface RunFailure {
  readonly failure: string
}

/** What a batch is made of. */
export interface BatchOptions {
  readonly fn: string
  readonly settings: readonly Settings[]
  readonly splits: number
  readonly round: number
  readonly share: number
  /** Runs of the batches before. */
  readonly before: number
  readonly protocol: SearchProtocol
  /** Makes a run in this thread. */
  readonly runHere: (run: SearchRun) => RunOutcome
}

/**
 * The runs of some settings on all splits as one task: trial by trial, in the order of the settings.
 *
 * Which runs are left out, because their trial has failed or patience has ended, follows from the order of the trials and
 * not from which run was done first: any number of workers gives the same result.
 */
export class RunBatch implements Task {
  readonly runs: readonly SearchRun[]
  private readonly outcomes: (RunOutcome | RunFailure | undefined)[]
  /** Trial → its first split that failed, or the number of splits. */
  private readonly failedAt: Int32Array
  /** Trials before this one are done. */
  private finished = 0
  private last: number
  private best: { readonly trial: number; readonly score: number } | undefined

  constructor(private readonly options: BatchOptions) {
    const { settings, splits, share } = options
    this.runs = settings.flatMap((each) =>
      Array.from({ length: splits }, (_, split): SearchRun => ({ settings: each, split, share })),
    )
    this.outcomes = this.runs.map(() => undefined)
    this.failedAt = new Int32Array(settings.length).fill(splits)
    this.last = settings.length - 1
  }

  get blocks(): number {
    return this.runs.length
  }

  /** How many runs a trial has. */
  get splits(): number {
    return this.options.splits
  }

  /** Runs of the batches before this one. */
  get before(): number {
    return this.options.before
  }

  /** Runs that are done, or need not be made. O(runs). */
  get done(): number {
    return this.runs.reduce((count, _, run) => count + (this.isSettled(run) ? 1 : 0), 0)
  }

  /** Whether patience ended the batch before its last trial. */
  get stopped(): boolean {
    return this.last < this.options.settings.length - 1
  }

  runBlock(block: number): void {
    if (this.isSettled(block)) return
    const { protocol, runHere } = this.options
    try {
      this.settle(block, runHere(this.runs[block]!))
    } catch (error) {
      if (protocol.onError === 'throw') throw error
      this.settle(block, failureOf(error))
    }
  }

  /** Whether a run need not be made: it is done, its trial has failed, or the search has stopped before it. */
  isSettled(run: number): boolean {
    const { splits } = this.options
    const trial = Math.floor(run / splits)
    return this.outcomes[run] !== undefined || trial > this.last || run % splits > this.failedAt[trial]!
  }

  /** Notes what a run gave. */
  settle(run: number, outcome: RunOutcome | RunFailure): void {
    const { fn, splits, protocol } = this.options
    if ('metrics' in outcome) checkHasMetric(fn, outcome.metrics, protocol.metric)
    this.outcomes[run] = outcome
    const trial = Math.floor(run / splits)
    if ('failure' in outcome) this.failedAt[trial] = Math.min(this.failedAt[trial]!, run % splits)
    while (this.finished <= this.last && this.isFinished(this.finished)) this.noteTrial(this.finished++)
  }

  /** The trials, all runs of which are done. */
  trials(): SearchTrial[] {
    return this.options.settings.slice(0, this.last + 1).map((_, trial) => this.trialOf(trial))
  }

  private isFinished(trial: number): boolean {
    const { splits } = this.options
    return Array.from({ length: splits }, (_, split) => trial * splits + split).every((run) => this.isSettled(run))
  }

  /** Patience is counted over finished trials in their order. */
  private noteTrial(trial: number): void {
    const { patience, goal } = this.options.protocol
    const { score } = this.trialOf(trial)
    if (score !== undefined && (this.best === undefined || isBetter(score, this.best.score, goal))) {
      this.best = { trial, score }
    }
    if (trial - (this.best?.trial ?? -1) >= patience) this.last = Math.min(this.last, trial)
  }

  private trialOf(trial: number): SearchTrial {
    const { settings, splits, round, share, protocol } = this.options
    const own = this.outcomes.slice(trial * splits, (trial + 1) * splits)
    const failed = own[this.failedAt[trial]!] as RunFailure | undefined
    const done = own.filter((outcome): outcome is RunOutcome => outcome !== undefined && 'metrics' in outcome)
    const common = {
      settings: settings[trial]!,
      seconds: compensatedSum(done.map(({ seconds }) => seconds)),
      round,
      share,
    }
    if (failed !== undefined) {
      return { ...common, score: undefined, deviation: 0, metrics: {}, perSplit: [], failure: failed.failure }
    }
    const perSplit = done.map(({ metrics }) => metrics)
    const scores = perSplit.map((metrics) => metrics[protocol.metric]!)
    return { ...common, score: meanOf(scores), deviation: deviationOf(scores), metrics: means(perSplit), perSplit }
  }
}

/** Whether a score is better than another: equal is not. */
export function isBetter(score: number, than: number, goal: 'highest' | 'lowest'): boolean {
  return goal === 'highest' ? score > than : score < than
}

/** What a failed run says of itself: the reason that the model gave, without the words around it. */
export function failureOf(error: unknown): RunFailure {
  const { cause } = error as { cause?: unknown }
  return { failure: cause instanceof Error ? cause.message : String(cause ?? error) }
}

function means(perSplit: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const names = Object.keys(perSplit[0]!)
  return Object.fromEntries(names.map((name) => [name, meanOf(perSplit.map((metrics) => metrics[name]!))]))
}

function meanOf(values: readonly number[]): number {
  return compensatedSum(values) / values.length
}

function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return 0
  const mean = meanOf(values)
  return Math.sqrt(compensatedSum(values.map((value) => (value - mean) ** 2)) / (values.length - 1))
}
