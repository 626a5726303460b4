import type { Id } from '@clientele/core'
import type { PopularityMeasure } from '../models/popularity-counts.js'

/** Why a product has its score: parts that add up to it. */
export interface Explanation<P extends Id = Id> {
  /** The product that is explained. */
  readonly item: P
  /** Its score, as the recommender's `score` gives it. */
  readonly score: number
  /** Where the score comes from: the model's name, or `'fallback'`. */
  readonly source: string
  /**
   * The largest contribution first; their contributions add up to `score` within 1e-9 of its size. Empty when the model
   * cannot explain.
   */
  readonly parts: readonly ExplanationPart<P>[]
  /** Why the model cannot say what the score is made of; absent when it can. */
  readonly cannotExplain?: string
  /** Why the product comes from a fallback; absent when it does not. */
  readonly fallback?: FallbackReason
}

/** Why a product is left to the model that fills up the lists of another one. */
export interface FallbackReason {
  /** The name of the model whose lists are filled up. */
  readonly model: string
  /**
   * What that model lacks: `'unknown-customer'`: it does not know the customer; `'no-history'`: the history is empty, or of products
   * that it does not know; `'unknown-product'`: it does not know this product; `'too-few-products'`: it would recommend too few
   * products to this customer, and this one is not among them.
   */
  readonly reason: 'unknown-customer' | 'no-history' | 'unknown-product' | 'too-few-products'
}

/** One cause of a score. */
export type ExplanationPart<P extends Id = Id> = HistoryPart<P> | NeighbourPart | PopularityPart | LevelPart

/** A part as a scorer gives it: its share of the score is worked out once, for all models. */
export type PartWithoutShare<P extends Id = Id> =
  | Omit<HistoryPart<P>, 'share'>
  | Omit<NeighbourPart, 'share'>
  | Omit<PopularityPart, 'share'>
  | Omit<LevelPart, 'share'>

/** A product of the customer's history that the explained product is similar to. */
export interface HistoryPart<P extends Id = Id> {
  /** Tells the kinds of part apart. */
  readonly kind: 'history'
  /** The product of the history. */
  readonly item: P
  /** How much it counts in the history. */
  readonly value: number
  /** How similar the two products are. */
  readonly similarity: number
  /** `value` × `similarity`; in models of ratings how far it moves the expected rating. */
  readonly contribution: number
  /** `contribution` ÷ score: the shares of all parts add up to 1; 0 where the score is 0. */
  readonly share: number
}

/** A customer like this one who has the explained product. Their id is for the shop to know, not for other customers. */
export interface NeighbourPart {
  /** Tells the kinds of part apart. */
  readonly kind: 'neighbour'
  /** The similar customer. */
  readonly customer: Id
  /** How much the product counts in their history. */
  readonly value: number
  /** How similar the two histories are. */
  readonly similarity: number
  /** `similarity` × `value`; in models of ratings how far it moves the expected rating. */
  readonly contribution: number
  /** `contribution` ÷ score; 0 where the score is 0. */
  readonly share: number
}

/** In models of ratings: what is expected of a rating before products of the history or similar customers are heard. */
export interface LevelPart {
  /** Tells the kinds of part apart. */
  readonly kind: 'level'
  /** Whose level: that of all ratings, the customer's or the product's own. */
  readonly of: 'everybody' | 'customer' | 'product'
  /** The rating, or how far it is above what came before. */
  readonly contribution: number
  /** `contribution` ÷ score; 0 where the score is 0. */
  readonly share: number
}

/** What all customers together bought, or those of a segment. */
export interface PopularityPart {
  /** Tells the kinds of part apart. */
  readonly kind: 'popularity'
  /** What was counted. */
  readonly by: PopularityMeasure
  /** Whether lines count by their age: absent when all count alike. */
  readonly recent?: true
  /** Whether customers of a segment were counted by themselves; absent when they were not. */
  readonly perSegment?: true
  /** Whether the contribution is the product's share of what its category has; absent when it is a count. */
  readonly perCategory?: true
  /** The count, or share. */
  readonly contribution: number
  /** `contribution` ÷ score; 0 where the score is 0. */
  readonly share: number
}
