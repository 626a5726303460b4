import { kFold } from '@clientele/metrics'
import { fitItemKnn, fitPopularity } from '@clientele/recommenders'
import { movielensFolder, readRatings } from '../../published/movielens.js'
import type { Quality, Reference } from '../../quality.js'
import { rankingAtTen, type FitToOnes } from './ranking-at-ten.js'

/** Another seed moves the figures of the same model by up to this. */
const TOLERANCE = 0.004

/** A model on MovieLens 100K, cut into five random folds. */
function onFolds(model: string, fit: FitToOnes, references: readonly Reference[]): Quality {
  return {
    work: `${model}, MovieLens 100K, five random folds`,
    references,
    measure: () => rankingAtTen(fit, kFold(readRatings(movielensFolder(), 'u.data'), { folds: 5, seed: 0 })),
  }
}

function reference(peer: string, precision: number, ndcg: number, tolerance = TOLERANCE): Reference {
  return { peer, expected: { 'precision@10': precision, 'ndcg@10': ndcg }, tolerance }
}

/** How good the lists of each model are. */
export const qualities: readonly Quality[] = [
  onFolds('most popular', fitPopularity, [reference('numpy, other random folds', 0.19, 0.216)]),
  onFolds('item kNN, cosine, 50 neighbours', fitItemKnn, [
    reference('implicit CosineRecommender, other random folds', 0.289, 0.346),
    reference('published for item kNN', 0.286, 0.347),
  ]),
  onFolds(
    'item kNN, BM25 (k1 1.2, b 0.2), 200 neighbours',
    (ones) => fitItemKnn(ones, { similarity: 'bm25', k1: 1.2, b: 0.2, neighbors: 200 }),
    [reference('implicit BM25Recommender, other random folds', 0.302, 0.373)],
  ),
]
