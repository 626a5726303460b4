import type { Answer } from './suite.js'

/** What a side is asked, one line of JSON each; it answers in order, and works on nothing that it was not asked for. */
export type Request =
  /** Read the data, make everything that is not timed. Answer: units of work in one run. */
  | { readonly do: 'prepare'; readonly work: string; readonly folders: Readonly<Record<string, string>> }
  /** Run once and keep the result. Answer: seconds, measured inside. */
  | { readonly do: 'run'; readonly work: string }
  /** Look at the last result. */
  | { readonly do: 'answer'; readonly work: string }
  /** Forget the work, its data and its result. */
  | { readonly do: 'finish'; readonly work: string }
  /** Which versions work here, by name. */
  | { readonly do: 'versions' }

/** What a side answers to each request. */
export interface Values {
  prepare: number
  run: number
  answer: Answer
  finish: null
  versions: Record<string, string>
}

/** A side's line of JSON: the value, or why there is none. */
export type Response = { readonly value: unknown } | { readonly error: string }
