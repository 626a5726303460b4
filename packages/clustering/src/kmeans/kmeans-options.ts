import { checkInteger, checkNumber, rangeError, type DenseInput } from '@clientele/core'
import { checkSeed } from '../check-seed.js'

/** What every way of running k-means takes. */
export interface KmeansSettings {
  /** One number of at least 0 per row, how much it counts; default 1 each. A row of weight 2 is a row given twice. */
  readonly weights?: ArrayLike<number>
  /** Most rounds of one run; default 300. */
  readonly iterations?: number
  /**
   * A run ends once the squared moves of all centroids add up to at most this share of the mean variance of the
   * columns; default 1e-4. With 0 it ends when no label changes.
   */
  readonly tolerance?: number
}

/** Start from rows drawn at random (greedy k-means++), several times; the run of the lowest inertia counts. */
export interface SeededStart {
  /** Any string or finite number; the same seed gives the same clusters everywhere. */
  readonly seed: string | number
  /** How many runs; default 10. Run i draws from its own stream, so more runs never undo what fewer found. */
  readonly restarts?: number
  /**
   * `'restarts'` (default) keeps the best run. `'swap'` improves each run first: a centroid moves to a random row and
   * Lloyd's rounds and exchanges of single rows repair the rest; kept when the inertia falls. It finds optima that hundreds
   * of restarts miss, in about `tries` times the time of a run.
   */
  readonly search?: 'restarts' | 'swap'
  /** How many swaps are tried in each run; default 100. Only with `search: 'swap'`. */
  readonly tries?: number
  /** Not beside a seed: either chance draws where to start, or you say where. */
  readonly initial?: never
}

/** Start from known centroids, once: nothing is left to chance. */
export interface GivenStart {
  /** One row per cluster, columns as in the points. Cluster j of the result is the one that began at row j. */
  readonly initial: DenseInput
  /** Not beside given centroids: nothing is left to chance. */
  readonly seed?: never
  /** Not beside given centroids: every run would be the same. */
  readonly restarts?: never
  /** Not beside given centroids: swaps are drawn. */
  readonly search?: never
  /** Not beside given centroids: swaps are drawn. */
  readonly tries?: never
}

/** How {@link kmeans} runs. */
export type KmeansOptions = KmeansSettings & (SeededStart | GivenStart)

/** How {@link elbow} runs k-means. */
export type ElbowOptions = KmeansSettings & SeededStart

/** When a run of k-means ends, checked and with defaults filled in. */
export interface ResolvedLimits {
  readonly iterations: number
  readonly tolerance: number
}

/** Where runs of k-means start from, checked and with defaults filled in. */
export interface ResolvedSeeds {
  readonly seed: string | number
  readonly restarts: number
  /** Swaps tried in each run; 0 when none are asked for. */
  readonly tries: number
}

/** The limits of a run; throws in the name of `fn`. */
export function resolveLimits(fn: string, options: KmeansSettings | undefined): ResolvedLimits {
  const { iterations = 300, tolerance = 1e-4 } = options ?? {}
  checkInteger(fn, 'iterations', iterations, { min: 1 })
  checkNumber(fn, 'tolerance', tolerance, { min: 0 })
  return { iterations, tolerance }
}

/** Seed, restarts and tries; throws in the name of `fn`. */
export function resolveSeeds(fn: string, options: Partial<SeededStart> | undefined): ResolvedSeeds {
  const { seed, restarts = 10 } = options ?? {}
  checkSeed(fn, seed)
  checkInteger(fn, 'restarts', restarts, { min: 1 })
  return { seed, restarts, tries: resolveTries(fn, options) }
}

function resolveTries(fn: string, { search = 'restarts', tries }: Partial<SeededStart> = {}): number {
  if (search !== 'swap' && search !== 'restarts') throw rangeError(fn, 'search', 'be "restarts" or "swap"', search)
  if (search === 'swap') {
    checkInteger(fn, 'tries', tries ?? DEFAULT_TRIES, { min: 1 })
    return tries ?? DEFAULT_TRIES
  }
  if (tries !== undefined) throw rangeError(fn, 'tries', 'be left out unless search is "swap"', tries)
  return 0
}

/** Enough for the best inertias known on customer scores, from any seed tried. */
const DEFAULT_TRIES = 100

/** Throws when an option of chance is given beside centroids to start from, where it would do nothing. */
export function checkNothingDrawn(
  fn: string,
  options: Readonly<Partial<Record<'seed' | 'restarts' | 'search' | 'tries', unknown>>>,
): void {
  for (const name of ['seed', 'restarts', 'search', 'tries'] as const) {
    if (options[name] !== undefined) throw rangeError(fn, name, 'be left out when initial is given', options[name])
  }
}
