import type { EvaluationSplit } from '../evaluation/evaluation.js'
import type { AnyModel, Fit, JudgeOption, SearchAsyncOptions, SearchOptions } from './search-options.js'
import type { SearchResult } from './search-result.js'
import { everySetting } from './search-steps.js'
import { search, searchAsync, type SearchRequest } from './search.js'
import { gridOf } from './settings-grid.js'
import type { Grid, SettingsOf } from './settings.js'

/**
 * Tries every combination of a grid on every split and says which is best by the mean of a metric.
 *
 * Splits decide how it is validated: `rollingSplits` in time, as a model is used, `kFold` at random, or any others. The best of
 * many trials looks better than it is, so judge it by orders that no split holds: cut those off first, and search on splits of
 * what is left.
 *
 * Costs settings × splits fits and evaluations; `gridSearchAsync` shares them out over all cores.
 * @param fit makes a model of settings and a train side: `(settings) => (train) => model`
 * @param grid the values to try of each parameter
 * @param splits at least one
 * @throws RangeError when a grid or an option is out of range, or `fit` or the evaluation throws (the settings and the split
 *   are named, the cause is what was thrown); TypeError when an argument is of the wrong kind
 * @example
 * const { train } = splitByTime(orders, { testDays: 30 }) // what comes after is for the final evaluation
 * const { best } = gridSearch(
 *   ({ neighbors, shrinkage }) => (train) => fitItemKnn(interactionsOf(train), { neighbors, shrinkage }),
 *   { neighbors: [20, 50, 100], shrinkage: [0, 10, 100] },
 *   rollingSplits(train, { testDays: 30, windows: 3 }),
 * )
 * best.settings // { neighbors: 50, shrinkage: 10 }
 */
export function gridSearch<const G extends Grid, X extends EvaluationSplit, M extends AnyModel>(
  fit: Fit<SettingsOf<G>, X, M>,
  grid: G,
  splits: readonly X[],
  options: SearchOptions & JudgeOption<X, M> = {},
): SearchResult<SettingsOf<G>> {
  return search(fit, requestOf('gridSearch', grid, splits, options))
}

/**
 * {@link gridSearch} that reports progress, honours `signal` and notes what it has in a log, from which a search that was
 * killed goes on. With the address of a module instead of a function, fits run on all cores: the module calls `serveSearch`.
 *
 * The result is that of {@link gridSearch} for any number of workers, its seconds apart. A model may be promised.
 * @param fit a function, or the path or URL of a module that calls `serveSearch`, within 30 s
 * @returns the result; rejects with the signal's reason once it is aborted, with what {@link gridSearch} throws, when the log is
 *   of another search, or when a worker dies
 * @example
 * await gridSearchAsync(new URL('./knn-fit.js', import.meta.url), { neighbors: [20, 50, 100] }, splits, {
 *   log: fileLog('search.log'),
 *   onProgress: ({ done, total }) => console.log(`${done} of ${total}`),
 * })
 */
export function gridSearchAsync<const G extends Grid, X extends EvaluationSplit, M extends AnyModel>(
  fit: Fit<SettingsOf<G>, X, M | Promise<M>> | string | URL,
  grid: G,
  splits: readonly X[],
  options: SearchOptions & JudgeOption<X, M> & SearchAsyncOptions = {},
): Promise<SearchResult<SettingsOf<G>>> {
  return searchAsync(fit, requestOf('gridSearchAsync', grid, splits, options))
}

function requestOf<G extends Grid, O extends SearchOptions>(
  fn: string,
  grid: G,
  splits: readonly EvaluationSplit[],
  options: O,
): SearchRequest<O> {
  return { fn, splits, options, plan: () => everySetting(gridOf(fn, grid), splits.length) }
}
