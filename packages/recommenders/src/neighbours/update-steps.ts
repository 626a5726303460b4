import type { Engine } from '@clientele/compute'
import { mergeInteractions, type Id, type Interactions, type MergeOptions, type Steps } from '@clientele/core'
import { checkInteractions } from '../check-interactions.js'
import type { LearnedNeighbours } from '../updates/learned.js'
import type { ComparedRows } from './compared-rows.js'
import type { SimilarityOptions } from './similarity-options.js'
import { updatedRows } from './updated-rows.js'

/** What is compared in a model of neighbours. */
export interface Comparing {
  /** Makes the customers or the products ready to be compared. */
  readonly comparedOf: (fn: string, interactions: Interactions, options: Required<SimilarityOptions>) => ComparedRows
  /** Whether each may be one of its own neighbours. */
  readonly among: 'others' | 'all'
}

/**
 * What a model of neighbours knows after it has learned more: bit for bit what fitting it to all interactions gives.
 * @param fn the calling function, named in errors
 * @throws RangeError or TypeError when the new interactions cannot be used
 */
export function* updateSteps<C extends Id, P extends Id>(
  engine: Engine,
  fn: string,
  { interactions: before, neighbours, options }: LearnedNeighbours<C, P>,
  newInteractions: Interactions<C, P>,
  { comparedOf, among }: Comparing,
  { overlap }: MergeOptions,
): Steps<LearnedNeighbours<C, P>> {
  // A day without orders is a day.
  if (newInteractions.matrix.indices.length > 0) checkInteractions(fn, newInteractions, 'newInteractions')
  const interactions = mergeInteractions(before, newInteractions, { ...(overlap && { overlap }) })
  checkInteractions(fn, interactions)
  const { byRow } = comparedOf(fn, before, options)
  const rowsBefore = { byRow, lists: neighbours }
  const lists = yield* updatedRows(engine, fn, rowsBefore, comparedOf(fn, interactions, options), among)
  return { interactions, neighbours: lists, options }
}
