import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { sharedFile } from '@clientele/testing'
import type { Recommender } from '../../src/index.js'

/** User, item and rating of the other part of the first fold. */
const toRate = () =>
  gunzipSync(readFileSync(sharedFile('data/movielens-100k/u1.test.gz')))
    .toString()
    .trim()
    .split('\n')
    .map((line) => line.split('\t').map(Number))

/** What a file of expected values says of a model. */
export interface Expected {
  readonly rmse: number
  readonly mae: number
  readonly predictions: readonly { readonly user: number; readonly item: number; readonly estimate: number }[]
}

const cut = (rating: number) => Math.min(5, Math.max(1, rating))

/** The largest difference between a model's ratings, cut to 1 to 5, and those expected. */
export function largestDifference(model: Recommender<number, number>, { predictions }: Expected): number {
  return Math.max(...predictions.map(({ user, item, estimate }) => Math.abs(cut(model.score(user, item)!) - estimate)))
}

/** A model's errors on the other part of the first fold, its ratings cut to 1 to 5. */
export function errorsOf(model: Recommender<number, number>): Pick<Expected, 'rmse' | 'mae'> {
  const errors = toRate().map(([user, item, rating]) => cut(model.score(user!, item!)!) - rating!)
  const mean = (of: (error: number) => number) => errors.reduce((sum, error) => sum + of(error), 0) / errors.length
  return { rmse: Math.sqrt(mean((error) => error * error)), mae: mean(Math.abs) }
}
