import { typeError } from '@clientele/core'
import type { EvaluationSplit } from '../evaluation/evaluation.js'
import { judgeRunAsync, tryingOf, type Trying } from './judge-run.js'
import type { FromWorker, ToWorker } from './messages.js'
import { failureOf } from './run-batch.js'
import type { AnyModel, Fit, Judge, JudgeOption } from './search-options.js'
import type { Settings } from './settings.js'
import { TOPIC, ownPort } from './worker-thread.js'

/**
 * Makes a module one that the workers of a search load: call it once, at the top of the module, with the function that the
 * search is for. The search is then given the module's address instead of the function.
 *
 * Loaded by a main thread the module does nothing but hand out the function, so that both can use one file.
 * @returns the function, to be exported
 * @throws TypeError when `fit` is not a function
 * @example
 * // knn-fit.js
 * export const knnFit = serveSearch(({ neighbors }) => (train) => fitItemKnn(interactionsOf(train), { neighbors }))
 * // search.js
 * await gridSearchAsync(new URL('./knn-fit.js', import.meta.url), { neighbors: [20, 50] }, splits, { workers: 2 })
 */
export function serveSearch<S, X extends EvaluationSplit = EvaluationSplit, M extends AnyModel = AnyModel>(
  fit: Fit<S, X, M>,
  { judge }: JudgeOption<X, M> = {},
): Fit<S, X, M> {
  if (typeof fit !== 'function') throw typeError('serveSearch', 'fit', 'be a function', fit)
  const port = ownPort()
  if (port !== undefined) {
    const answer = server({ fit: fit as unknown as Fit<Settings>, judge: judge as Judge | undefined }, port.post)
    port.listen((message) => void answer(message))
    port.post({ topic: TOPIC, type: 'ready' })
  }
  return fit
}

/** Answers messages; those of others are left to them. */
export function server(
  { fit, judge }: Pick<Trying, 'fit' | 'judge'>,
  post: (answer: FromWorker) => void,
): (message: ToWorker) => Promise<void> {
  let trying: Trying | undefined
  const splits = new Map<number, EvaluationSplit>()
  return async (message) => {
    if ((message as Partial<ToWorker> | null)?.topic !== TOPIC) return
    if (message.type === 'setup') {
      trying = tryingOf({ fn: message.fn, protocol: message.protocol, fit, judge })
      return
    }
    const { run, split } = message
    if (split !== undefined) splits.set(run.split, split)
    try {
      post({ topic: TOPIC, type: 'done', outcome: await judgeRunAsync(trying!, splits.get(run.split)!, run) })
    } catch (error) {
      const reason = failureOf(error).failure
      post({ topic: TOPIC, type: 'failed', message: (error as Error).message, reason })
    }
  }
}
