import type { EvaluationSplit } from '../evaluation/evaluation.js'
import type { RunOutcome, SearchRun } from './judge-run.js'
import type { SearchProtocol } from './search-options.js'

/** Marks messages of a search, so that a module may listen to others as well. */
export type Topic = 'clientele search'

/** What a worker is told: once what it works for, then a run at a time. */
export type ToWorker =
  | { readonly topic: Topic; readonly type: 'setup'; readonly fn: string; readonly protocol: SearchProtocol }
  | {
      readonly topic: Topic
      readonly type: 'run'
      readonly run: SearchRun
      /** The split itself, when the worker has not met it yet. */
      readonly split?: EvaluationSplit
    }

/** What a worker answers: that its module is loaded, then each run's outcome, or why there is none. */
export type FromWorker =
  | { readonly topic: Topic; readonly type: 'ready' }
  | { readonly topic: Topic; readonly type: 'done'; readonly outcome: RunOutcome }
  | { readonly topic: Topic; readonly type: 'failed'; readonly message: string; readonly reason: string }
