import { interactionsOf, type Interactions } from '@clientele/core'
import { crossValidate, type RecommendingModel, type Split } from '@clientele/metrics'
import type { Metrics } from '../../quality.js'

/** Makes a model of who has what: every cell is 1. */
export type FitToOnes = (interactions: Interactions<number, number>) => RecommendingModel<number>

/**
 * Precision and nDCG at 10, means over splits: the ten best of all items that a user does not have in the train side, for every
 * user who is on both sides; what they have in the test side is relevant, whatever they think of it.
 */
export function rankingAtTen(fit: FitToOnes, splits: readonly Split<number, number>[]): Metrics {
  const { precision, ndcg } = crossValidate(
    (train: Split<number, number>['train']) => fit(interactionsOf(train, { value: 'binary' })),
    splits,
    { k: 10, metrics: ['precision', 'ndcg'], resamples: 100 },
  ).metrics
  return { 'precision@10': precision.mean, 'ndcg@10': ndcg.mean }
}
