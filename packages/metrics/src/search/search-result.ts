import type { Settings } from './settings.js'

/** One choice of settings, tried on the splits. */
export interface SearchTrial<S extends Settings = Settings> {
  /** What the model was made with. */
  readonly settings: S
  /** Mean of the deciding metric over the splits; `undefined` when the trial failed. */
  readonly score: number | undefined
  /** Standard deviation of the deciding metric over the splits; 0 with a single split. */
  readonly deviation: number
  /** Mean of every metric over the splits; empty when the trial failed. */
  readonly metrics: Readonly<Record<string, number>>
  /** Every metric on each split, in their order; empty when the trial failed. */
  readonly perSplit: readonly Readonly<Record<string, number>>[]
  /** Seconds that fitting and judging took over all splits: the only figure that another run would not repeat. */
  readonly seconds: number
  /** Why the trial failed; only with `onError: 'collect'`. */
  readonly failure?: string
  /** Round of successive halving, from 0. */
  readonly round: number
  /** Share of the customers of each split that the trial learned from and was judged by; below 1 in early rounds. */
  readonly share: number
}

/** What a search found. Plain data: survives `structuredClone`. */
export interface SearchResult<S extends Settings = Settings> {
  /** The metric that decided. */
  readonly metric: string
  /** Whether the highest or the lowest mean was looked for. */
  readonly goal: 'highest' | 'lowest'
  /** The trial that won; of equal ones the first. Its `settings` are what was looked for. */
  readonly best: SearchTrial<S>
  /** All trials in the order in which they were made. */
  readonly trials: readonly SearchTrial<S>[]
  /** Whether `patience` ended the search before all settings were tried. */
  readonly stopped: boolean
  /** How many fits were not made, because the log already had what they gave. */
  readonly fromLog: number
  /** Lines of the log that could not be read, such as one that a kill cut short; what they said was done again. */
  readonly damagedLogLines: number
  /** Says in short what splits and protocol the figures come from. */
  readonly fingerprint: string
}
