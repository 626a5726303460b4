import { checkNumber, rangeError } from '@clientele/core'
import type { EvaluationSplit } from '../evaluation/evaluation.js'
import type { AnyModel, Fit, JudgeOption, SearchAsyncOptions, SearchOptions } from './search-options.js'
import type { SearchResult } from './search-result.js'
import { byScore, type SearchPlan } from './search-steps.js'
import { search, searchAsync, type SearchRequest } from './search.js'
import { checkSettings, type Settings } from './settings.js'

/** How trials are halved. */
export interface HalvingOptions extends Omit<SearchOptions, 'patience'> {
  /** Of so many settings one goes on to the next round, with as many times the customers; above 1, default 3. */
  readonly factor?: number
  /** The least share of the customers in the first round, in (0, 1]; default 0.1. */
  readonly minShare?: number
}

/**
 * Tries many settings on a few customers, the best third of them on three times as many, and so on until the last round
 * has all customers: good settings for a fraction of what trying all of them would cost.
 *
 * Rounds of n settings leave ⌈n / factor⌉; there are as many as settings and `minShare` allow, and the last one decides.
 * A round's customers are drawn by `seed` and are among those of the next. Settings that shine only with much data can
 * be lost in the first round: the larger `minShare`, the safer.
 * @param fit makes a model of settings and a train side: `(settings) => (train) => model`
 * @param settings distinct settings, from `settingsGrid` or `drawSettings` or made by hand
 * @param splits at least one
 * @throws RangeError when settings or an option are out of range, or `fit` or the evaluation throws (the settings and the split
 *   are named, the cause is what was thrown); TypeError when an argument is of the wrong kind
 * @see Jamieson and Talwalkar (2016), "Non-stochastic Best Arm Identification and Hyperparameter Optimization", AISTATS
 * @example
 * const settings = drawSettings({ neighbors: { from: 5, to: 500, integer: true, scale: 'log' } }, { trials: 27 })
 * successiveHalving((settings) => (train) => fitItemKnn(interactionsOf(train), settings), settings, splits)
 */
export function successiveHalving<S extends Settings, X extends EvaluationSplit, M extends AnyModel>(
  fit: Fit<S, X, M>,
  settings: readonly S[],
  splits: readonly X[],
  options: HalvingOptions & JudgeOption<X, M> = {},
): SearchResult<S> {
  return search(fit, requestOf('successiveHalving', settings, splits, options))
}

/**
 * {@link successiveHalving} with progress, `signal`, a log, and workers when a module is given, as `gridSearchAsync`.
 * @param fit a function, or the path or URL of a module that calls `serveSearch`, within 30 s
 * @returns the result; rejects as `gridSearchAsync`
 */
export function successiveHalvingAsync<S extends Settings, X extends EvaluationSplit, M extends AnyModel>(
  fit: Fit<S, X, M | Promise<M>> | string | URL,
  settings: readonly S[],
  splits: readonly X[],
  options: HalvingOptions & JudgeOption<X, M> & SearchAsyncOptions = {},
): Promise<SearchResult<S>> {
  return searchAsync(fit, requestOf('successiveHalvingAsync', settings, splits, options))
}

function requestOf<S extends Settings, O extends HalvingOptions>(
  fn: string,
  settings: readonly S[],
  splits: readonly EvaluationSplit[],
  options: O,
): SearchRequest<O> {
  const { factor = 3, minShare = 0.1 } = options
  return {
    fn,
    splits,
    options,
    plan({ goal }) {
      checkNumber(fn, 'factor', factor)
      if (factor <= 1) throw rangeError(fn, 'factor', 'be above 1', factor)
      checkNumber(fn, 'minShare', minShare, { max: 1 })
      if (minShare <= 0) throw rangeError(fn, 'minShare', 'be above 0', minShare)
      checkSettings(fn, settings)
      return halvingPlan(settings, splits.length, { factor, minShare, goal })
    },
  }
}

/** Rounds until one setting is left or the first round would have fewer than the least share of the customers. */
export function halvingPlan(
  settings: readonly Settings[],
  splits: number,
  {
    factor,
    minShare,
    goal,
  }: { readonly factor: number; readonly minShare: number; readonly goal: 'highest' | 'lowest' },
): SearchPlan {
  const sizes = [settings.length]
  while (sizes.at(-1)! > 1 && factor ** -sizes.length >= minShare) sizes.push(Math.ceil(sizes.at(-1)! / factor))
  const shareOf = (round: number) => factor ** (round - sizes.length + 1)
  return {
    runs: sizes.reduce((sum, size) => sum + size, 0) * splits,
    first: { settings, share: shareOf(0) },
    next(done, round) {
      const size = sizes[round + 1]
      if (size === undefined) return undefined
      const kept = byScore(done, goal).slice(0, size)
      return { settings: kept.map((trial) => trial.settings), share: shareOf(round + 1) }
    },
  }
}
