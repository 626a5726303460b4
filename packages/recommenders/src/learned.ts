import { typeError, type Csr, type Id, type Interactions } from '@clientele/core'
import type { SimilarityOptions } from './neighbours/similarity-options.js'
import type { Recommender } from './recommender.js'

/** What an update starts from: all of it is part of the model and of its file anyway. */
export interface Learned<C extends Id = Id, P extends Id = Id> {
  /** What the model has learned from. */
  readonly interactions: Interactions<C, P>
  /** The lists that came of it. */
  readonly neighbours: Csr
  /** How it was fitted. */
  readonly options: Required<SimilarityOptions>
}

const learnedOf = new WeakMap<object, Learned>()

/** The model, of which {@link recall} then knows what it has learned. Lives as long as the model. */
export function remember<M extends Recommender<C, P>, C extends Id, P extends Id>(model: M, learned: Learned<C, P>): M {
  learnedOf.set(model, learned)
  return model
}

/**
 * What a model has learned.
 * @param fn the calling function, named in errors
 * @param name what models of this kind are called
 * @param makers what makes such models, for errors
 * @throws TypeError when the model is of another kind, or a copy of one
 */
export function recall<C extends Id, P extends Id>(
  fn: string,
  model: Recommender<C, P>,
  name: string,
  makers: string,
): Learned<C, P> {
  const learned = learnedOf.get(model)
  if (learned === undefined || model.name !== name) throw typeError(fn, 'model', `be made by ${makers}`, model)
  return learned as Learned<C, P>
}
