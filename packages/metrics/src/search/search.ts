import { run, runAsync, typeError } from '@clientele/core'
import { textFingerprint, evaluationFingerprint } from '../evaluation/evaluation-fingerprint.js'
import { evaluationProtocol } from '../evaluation/evaluation-protocol.js'
import type { EvaluationSplit } from '../evaluation/evaluation.js'
import { judgeRun, judgeRunAsync, tryingOf } from './judge-run.js'
import { lanePool, type Lane } from './lanes.js'
import { openLog } from './search-log.js'
import {
  checkSplits,
  searchProtocol,
  type JudgeOption,
  type SearchAsyncOptions,
  type SearchOptions,
  type SearchProtocol,
} from './search-options.js'
import type { SearchResult } from './search-result.js'
import { searchSteps, type SearchPlan } from './search-steps.js'
import type { Settings } from './settings.js'
import { workerLanes } from './worker-lanes.js'

/** What every kind of search hands on: who was called with what, and what is planned. */
export interface SearchRequest<O = SearchOptions> {
  readonly fn: string
  readonly splits: readonly EvaluationSplit[]
  readonly options: O & JudgeOption
  readonly plan: (protocol: SearchProtocol) => SearchPlan
}

/** A function of the caller's own settings, splits and models; their types meet again in the result. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyFit = (settings: any) => (train: any) => any

/** A search in this thread. */
export function search<S extends Settings>(fit: AnyFit, request: SearchRequest): SearchResult<S> {
  const { fn, splits, options } = request
  if (typeof fit !== 'function') throw typeError(fn, 'fit', 'be a function', fit)
  const protocol = checked(request)
  const trying = tryingOf({ fn, fit, judge: options.judge, protocol })
  return run(
    searchSteps({
      ...partsOf(request, protocol, request.plan(protocol)),
      known: new Map(),
      damagedLogLines: 0,
      runHere: (each) => judgeRun(trying, splits[each.split]!, each),
    }),
  ) as SearchResult<S>
}

/**
 * A search in this thread or, with a module instead of a function, on workers that load it. Every run is noted in the log
 * before it counts, and none that the log knows is made.
 */
export async function searchAsync<S extends Settings>(
  fit: AnyFit | string | URL,
  request: SearchRequest<SearchOptions & SearchAsyncOptions>,
): Promise<SearchResult<S>> {
  const { fn, options } = request
  const { log, signal, onProgress } = options
  checkFit(fn, fit, options)
  const protocol = checked(request)
  const plan = request.plan(protocol)
  signal?.throwIfAborted()
  // Workers load their module while this thread reads splits and log.
  const { lanes, close } = lanesOf(fit, request, protocol, plan.runs)
  try {
    const parts = partsOf(request, protocol, plan)
    const open = log && (await openLog(fn, log, parts.fingerprint))
    const pool = lanePool(lanes, {
      onError: protocol.onError,
      note: (each, outcome) => open?.note(each, outcome),
      settled: ({ before, done }) => onProgress?.({ stage: 'search', done: before + done, total: plan.runs }),
    })
    const steps = searchSteps({
      ...parts,
      known: open?.known ?? new Map<string, never>(),
      damagedLogLines: open?.damagedLines ?? 0,
      runHere: () => {
        throw new Error('runs are made by the lanes')
      },
    })
    return (await runAsync(steps, { pool, ...(signal && { signal }) })) as SearchResult<S>
  } finally {
    await close()
  }
}

function checkFit(fn: string, fit: unknown, { judge, workers }: SearchRequest<SearchAsyncOptions>['options']): void {
  const isModule = typeof fit === 'string' || fit instanceof URL
  if (!isModule && typeof fit !== 'function') {
    throw typeError(fn, 'fit', 'be a function or the path of a module', fit)
  }
  if (!isModule && workers !== undefined) {
    throw typeError(fn, 'fit', 'be the path of a module when workers are asked for', fit)
  }
  if (isModule && judge !== undefined) throw typeError(fn, 'judge', 'be given to serveSearch in the module', judge)
}

function checked({ fn, splits, options }: SearchRequest): SearchProtocol {
  checkSplits(fn, splits)
  return searchProtocol(fn, options, options.judge !== undefined)
}

function partsOf({ fn, splits }: SearchRequest, protocol: SearchProtocol, plan: SearchPlan) {
  const fingerprint = searchFingerprint(splits, protocol)
  return { fn, plan, splits: splits.length, protocol, fingerprint }
}

/** Where runs are made, and how to end it. */
function lanesOf(
  fit: AnyFit | string | URL,
  { fn, splits, options }: SearchRequest<SearchOptions & SearchAsyncOptions>,
  protocol: SearchProtocol,
  runs: number,
): { readonly lanes: readonly Lane[]; readonly close: () => Promise<void> } {
  if (typeof fit !== 'function') {
    return workerLanes({ fn, module: fit, splits, protocol, workers: options.workers, runs })
  }
  const trying = tryingOf({ fn, fit, judge: options.judge, protocol })
  const here: Lane = (each, signal) => judgeRunAsync(trying, splits[each.split]!, each, signal)
  return { lanes: [here], close: () => Promise.resolve() }
}

/** What the figures of a run depend on, besides fit and settings. O(lines of all splits). */
function searchFingerprint(splits: readonly EvaluationSplit[], { evaluate, metrics }: SearchProtocol): string {
  const each = splits.map((split) => evaluationFingerprint(split, evaluationProtocol(split, evaluate)))
  return textFingerprint(JSON.stringify([each, metrics]))
}
