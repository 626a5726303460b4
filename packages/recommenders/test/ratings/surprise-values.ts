import { readFileSync } from 'node:fs'
import { csrFromTriplets, idIndex, type Interactions } from '@clientele/core'
import type { RatingKnnOptions, RatingNormalization, RatingSimilarity, Recommender } from '../../src/index.js'

/** What Surprise gives for one setting of its neighbourhood models. */
export interface SurpriseKnn {
  readonly model: 'KNNBasic' | 'KNNWithMeans' | 'KNNWithZScore' | 'KNNBaseline'
  readonly similarity: 'cosine' | 'msd' | 'pearson' | 'pearson_baseline'
  readonly userBased: boolean
  readonly k: number
  readonly minK: number
  readonly minSupport?: number
  readonly shrinkage?: number
}

interface SurpriseBaseline {
  readonly customerRegularization: number
  readonly productRegularization: number
  readonly epochs: number
  readonly estimates: readonly number[]
  readonly productBiases: readonly number[]
  readonly customerBiases: readonly number[]
}

/** What make-surprise-values.py wrote. */
const values = JSON.parse(readFileSync(new URL('./surprise-values.json', import.meta.url), 'utf8')) as {
  readonly ratings: readonly (readonly [number, number, number])[]
  readonly open: readonly (readonly [number, number])[]
  readonly knn: readonly (SurpriseKnn & { readonly estimates: readonly number[] })[]
  readonly baselines: readonly SurpriseBaseline[]
  readonly slopeOne: readonly number[]
}

export const { knn, baselines, slopeOne } = values

const numbers = (length: number) => idIndex(Array.from({ length }, (_, i) => i))
const column = (place: 0 | 1 | 2) => values.ratings.map((rating) => rating[place])

/** The ratings; customers and products are in the order of their numbers, which decides between equal similarities. */
export const fewRatings: Interactions<number, number> = {
  customers: numbers(10),
  products: numbers(8),
  matrix: csrFromTriplets(column(0), column(1), column(2), 10, 8),
}

/** A model's ratings of the pairs whose ratings Surprise estimated. */
export function openRatings(model: Recommender<number, number>): (number | undefined)[] {
  return values.open.map(([user, item]) => model.score(user, item))
}

const normalizations: Record<SurpriseKnn['model'], RatingNormalization> = {
  KNNBasic: 'none',
  KNNWithMeans: 'mean',
  KNNWithZScore: 'zScore',
  KNNBaseline: 'baseline',
}
const similarities: Record<SurpriseKnn['similarity'], RatingSimilarity> = {
  cosine: 'commonCosine',
  msd: 'meanSquaredDifference',
  pearson: 'pearson',
  pearson_baseline: 'pearsonBaseline',
}

/** The same setting in our words. */
export function optionsOf({ model, similarity, k, minK, minSupport = 1, shrinkage }: SurpriseKnn): RatingKnnOptions {
  return {
    normalize: normalizations[model],
    similarity: similarities[similarity],
    neighbors: k,
    minNeighbors: minK,
    minSupport,
    ...(shrinkage !== undefined && { shrinkage }),
  }
}
