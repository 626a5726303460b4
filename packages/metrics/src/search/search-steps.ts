import { rangeError, type Steps } from '@clientele/core'
import type { RunOutcome, SearchRun } from './judge-run.js'
import { RunBatch, isBetter } from './run-batch.js'
import { runKey } from './search-log.js'
import type { SearchProtocol } from './search-options.js'
import type { SearchResult, SearchTrial } from './search-result.js'
import type { Settings } from './settings.js'

/** Some settings to be tried on all splits. */
export interface Round {
  readonly settings: readonly Settings[]
  /** Share of the customers of each split. */
  readonly share: number
}

/** What a kind of search decides: its first round, and each next one from the trials before it. */
export interface SearchPlan {
  /** How many runs there will be, unless some are left out. */
  readonly runs: number
  readonly first: Round
  next(done: readonly SearchTrial[], round: number): Round | undefined
}

/** What a search needs to run. */
export interface SearchSetup {
  readonly fn: string
  readonly plan: SearchPlan
  readonly splits: number
  readonly protocol: SearchProtocol
  readonly fingerprint: string
  /** What a log knows of runs, by {@link runKey}. */
  readonly known: ReadonlyMap<string, RunOutcome>
  readonly damagedLogLines: number
  /** Makes a run in this thread, where no pool does. */
  readonly runHere: (run: SearchRun) => RunOutcome
}

/** Every kind of search: rounds of trials, each one batch of runs that may be made in any order. */
export function* searchSteps(setup: SearchSetup): Steps<SearchResult> {
  const { fn, plan, splits, protocol, fingerprint, known, damagedLogLines, runHere } = setup
  const trials: SearchTrial[] = []
  let fromLog = 0
  let before = 0
  let lastRound: readonly SearchTrial[] = []
  let stopped = false
  for (let next: Round | undefined = plan.first, round = 0; next !== undefined; round++) {
    const batch = new RunBatch({ ...next, fn, splits, round, before, protocol, runHere })
    fromLog += settleKnown(batch, known)
    yield batch
    lastRound = batch.trials()
    trials.push(...lastRound)
    before += batch.blocks
    stopped = batch.stopped
    next = plan.next(lastRound, round)
  }
  const { metric, goal } = protocol
  const best = bestOf(fn, lastRound, goal)
  return { metric, goal, best, trials, stopped, fromLog, damagedLogLines, fingerprint }
}

function settleKnown(batch: RunBatch, known: ReadonlyMap<string, RunOutcome>): number {
  let count = 0
  batch.runs.forEach((run, i) => {
    const outcome = known.get(runKey(run))
    if (outcome === undefined) return
    batch.settle(i, outcome)
    count++
  })
  return count
}

/** The best trial, of equal ones the first. */
function bestOf(fn: string, trials: readonly SearchTrial[], goal: 'highest' | 'lowest'): SearchTrial {
  const [best] = byScore(trials, goal)
  if (best?.score === undefined) {
    throw rangeError(fn, 'fit', 'succeed for at least one of the settings', trials[0]?.failure)
  }
  return best
}

/** Trials from best to worst, equal ones in their order, failed ones last. O(n log n). */
export function byScore<T extends Pick<SearchTrial, 'score'>>(trials: readonly T[], goal: 'highest' | 'lowest'): T[] {
  return [...trials].sort(({ score: a }, { score: b }) => {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
    if (a === b) return 0
    return isBetter(a, b, goal) ? -1 : 1
  })
}

/** The plan of a search that tries all settings alike. */
export function everySetting(settings: readonly Settings[], splits: number): SearchPlan {
  return { runs: settings.length * splits, first: { settings, share: 1 }, next: () => undefined }
}
