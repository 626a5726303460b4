import type { EvaluationSplit } from '../evaluation/evaluation.js'
import { drawFrom, type DrawSettingsOptions } from './draw-settings.js'
import type { AnyModel, Fit, JudgeOption, SearchAsyncOptions, SearchOptions } from './search-options.js'
import type { SearchResult } from './search-result.js'
import { everySetting } from './search-steps.js'
import { search, searchAsync, type SearchRequest } from './search.js'
import type { SettingsOf, Space } from './settings.js'

/**
 * Tries settings drawn at random on every split and says which are best: where only some parameters matter, it finds better
 * ones than a grid at the same cost.
 *
 * All else as in `gridSearch`. Costs trials × splits fits and evaluations.
 * @param fit makes a model of settings and a train side: `(settings) => (train) => model`
 * @param space per parameter some values, or a range of numbers
 * @param splits at least one
 * @throws RangeError when a range or an option is out of range, or `fit` or the evaluation throws (the settings and the split
 *   are named, the cause is what was thrown); TypeError when an argument is of the wrong kind
 * @see Bergstra and Bengio (2012), "Random Search for Hyper-Parameter Optimization", JMLR 13
 * @example
 * randomSearch(
 *   (settings) => (train) => fitItemKnn(interactionsOf(train), settings),
 *   { neighbors: { from: 5, to: 500, integer: true, scale: 'log' }, similarity: ['cosine', 'jaccard'] },
 *   rollingSplits(orders, { testDays: 30 }),
 *   { trials: 30, seed: 7 },
 * ).best.settings
 */
export function randomSearch<const P extends Space, X extends EvaluationSplit, M extends AnyModel>(
  fit: Fit<SettingsOf<P>, X, M>,
  space: P,
  splits: readonly X[],
  options: SearchOptions & DrawSettingsOptions & JudgeOption<X, M> = {},
): SearchResult<SettingsOf<P>> {
  return search(fit, requestOf('randomSearch', space, splits, options))
}

/**
 * {@link randomSearch} with progress, `signal`, a log, and workers when a module is given, as `gridSearchAsync`.
 * @param fit a function, or the path or URL of a module that calls `serveSearch`, within 30 s
 * @returns the result; rejects as `gridSearchAsync`
 */
export function randomSearchAsync<const P extends Space, X extends EvaluationSplit, M extends AnyModel>(
  fit: Fit<SettingsOf<P>, X, M | Promise<M>> | string | URL,
  space: P,
  splits: readonly X[],
  options: SearchOptions & DrawSettingsOptions & JudgeOption<X, M> & SearchAsyncOptions = {},
): Promise<SearchResult<SettingsOf<P>>> {
  return searchAsync(fit, requestOf('randomSearchAsync', space, splits, options))
}

function requestOf<P extends Space, O extends SearchOptions & DrawSettingsOptions>(
  fn: string,
  space: P,
  splits: readonly EvaluationSplit[],
  options: O,
): SearchRequest<O> {
  return { fn, splits, options, plan: () => everySetting(drawFrom(fn, space, options), splits.length) }
}
