import type { SearchResult } from '../../src/index.js'

/** A result without what no other run repeats. */
export function withoutSeconds<R extends Pick<SearchResult, 'best' | 'trials'>>(result: R) {
  const timeless = (trial: SearchResult['best']) => ({ ...trial, seconds: 0 })
  return { ...result, best: timeless(result.best), trials: result.trials.map(timeless) }
}
