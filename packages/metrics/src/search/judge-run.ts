import { checkNumber, rangeError, run, runAsync, type Steps } from '@clientele/core'
import { catalogCoverage } from '../beyond/catalog-coverage.js'
import type { EvaluationSplit } from '../evaluation/evaluation.js'
import { meanOf } from '../ranking/judge-lists.js'
import { judgeModel } from '../evaluation/judge-model.js'
import { runSplits, type RunSplit, type RunSplits } from './run-splits.js'
import type { AnyModel, Fit, Judge, SearchProtocol } from './search-options.js'
import type { Settings } from './settings.js'

/** One model to be fitted and judged: settings on one split. Plain data, as workers get it. */
export interface SearchRun {
  readonly settings: Settings
  /** Which split. */
  readonly split: number
  /** Share of its customers, in (0, 1]. */
  readonly share: number
}

/** What a run gave. */
export interface RunOutcome {
  readonly metrics: Readonly<Record<string, number>>
  readonly seconds: number
}

/** What runs are made with. */
export interface Trying {
  /** The function that was called, named in errors. */
  readonly fn: string
  readonly fit: Fit<Settings, EvaluationSplit, AnyModel | Promise<AnyModel>>
  readonly judge: Judge | undefined
  readonly protocol: SearchProtocol
  /** What a run needs of its split, made once for all settings. */
  readonly splits: RunSplits
}

/** What runs are made with, which learns of splits as they come. */
export function tryingOf(parts: Omit<Trying, 'splits'>): Trying {
  return { ...parts, splits: runSplits(parts.protocol) }
}

/**
 * Fits and judges one model in this thread.
 * @throws RangeError that names settings and split; its cause is what the model threw
 */
export function judgeRun(trying: Trying, whole: EvaluationSplit, each: SearchRun): RunOutcome {
  const start = performance.now()
  const own = trying.splits(whole, each)
  const model = guarded(trying, each, () => trying.fit(each.settings)(own.split.train) as AnyModel)
  const metrics = guarded(trying, each, () => trying.judge?.(model, own.split) ?? run(judgeSteps(model, own, trying)))
  return outcomeOf(trying, each, metrics, start)
}

/**
 * {@link judgeRun} that waits for a model that is promised and, when there is a signal to be heard, gives the thread back while
 * it judges.
 */
export async function judgeRunAsync(
  trying: Trying,
  whole: EvaluationSplit,
  each: SearchRun,
  signal?: AbortSignal,
): Promise<RunOutcome> {
  const start = performance.now()
  const own = trying.splits(whole, each)
  const judged = (model: AnyModel) => {
    const steps = judgeSteps(model, own, trying)
    return signal === undefined ? run(steps) : runAsync(steps, { signal })
  }
  try {
    const model = await trying.fit(each.settings)(own.split.train)
    const metrics = await (trying.judge?.(model, own.split) ?? judged(model))
    return outcomeOf(trying, each, metrics, start)
  } catch (error) {
    signal?.throwIfAborted()
    throw failedRun(trying, each, error)
  }
}

/** Every metric's mean, and the coverage: what `evaluate` gives, without intervals. */
function* judgeSteps(
  model: AnyModel,
  { split, judgedBy }: RunSplit,
  { protocol: { metrics } }: Trying,
): Steps<Readonly<Record<string, number>>> {
  const { protocol, cases: all } = judgedBy()
  const { columns, known, cases } = yield* judgeModel(model, split, protocol, { metrics, cases: all })
  const means = columns.map((column) => [column.name, meanOf(column)] as const)
  return Object.fromEntries([...means, ['coverage', catalogCoverage(known, cases.trainProducts)]])
}

function outcomeOf(
  trying: Trying,
  each: SearchRun,
  metrics: Readonly<Record<string, number>>,
  start: number,
): RunOutcome {
  guarded(trying, each, () => {
    for (const [name, value] of Object.entries(metrics)) checkNumber('judge', name, value)
  })
  return { metrics, seconds: (performance.now() - start) / 1000 }
}

function guarded<T>(trying: Trying, each: SearchRun, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw failedRun(trying, each, error)
  }
}

/** The error of a run, in the one grammar; the reason is its cause. */
export function failedRun({ fn }: Pick<Trying, 'fn'>, { settings, split }: SearchRun, cause: unknown): RangeError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const name = `the model of ${JSON.stringify(settings)} on splits[${split}]`
  const error = rangeError(fn, name, 'be fitted and judged', reason)
  error.cause = cause
  return error
}
