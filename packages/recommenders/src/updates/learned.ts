import { typeError, type Csr, type Id, type Interactions } from '@clientele/core'
import type { SimilarityOptions } from '../neighbours/similarity-options.js'
import type { Popularity } from '../models/popularity.js'
import type { Recommender } from '../recommender.js'

/** What an update of a model of neighbours starts from: all of it is part of the model and of its file anyway. */
export interface LearnedNeighbours<C extends Id = Id, P extends Id = Id> {
  /** What the model has learned from. */
  readonly interactions: Interactions<C, P>
  /** The lists that came of it. */
  readonly neighbours: Csr
  /** How it was fitted. */
  readonly options: Required<SimilarityOptions>
}

/** The same of best sellers. */
export interface LearnedPopularity<C extends Id = Id, P extends Id = Id> {
  /** What customers have. */
  readonly interactions: Interactions<C, P>
  /** What was counted. */
  readonly popularity: Popularity
}

/** What models learn, by what they are called. */
interface Learned<C extends Id = Id, P extends Id = Id> {
  readonly 'item-knn': LearnedNeighbours<C, P>
  readonly 'user-knn': LearnedNeighbours<C, P>
  readonly popularity: LearnedPopularity<C, P>
}

const learnedOf = new WeakMap<object, { readonly name: string; readonly learned: unknown }>()

/** The model, of which {@link recall} then knows what it has learned. Lives as long as the model. */
export function remember<N extends keyof Learned, M extends object>(name: N, model: M, learned: Learned[N]): M {
  learnedOf.set(model, { name, learned })
  return model
}

/**
 * What a model has learned.
 * @param fn the calling function, named in errors
 * @param name what models of this kind are called
 * @param makers what makes such models, for errors
 * @throws TypeError when the model is of another kind, or a copy of one
 */
export function recall<N extends keyof Learned, C extends Id, P extends Id>(
  fn: string,
  model: Recommender<C, P>,
  name: N,
  makers: string,
): Learned<C, P>[N] {
  const known = learnedOf.get(model)
  if (known?.name !== name) throw typeError(fn, 'model', `be made by ${makers}`, model)
  return known.learned as Learned<C, P>[N]
}
