import type { PooledOptions } from '@clientele/compute'
import type { Id, Interactions } from '@clientele/core'
import {
  fitBaseline,
  fitBaselineAsync,
  fitEase,
  fitEaseAsync,
  fitItemKnn,
  fitItemKnnAsync,
  fitItemRatingKnn,
  fitItemRatingKnnAsync,
  fitPopularity,
  fitSlopeOne,
  fitSlopeOneAsync,
  fitUserKnn,
  fitUserKnnAsync,
  fitUserRatingKnn,
  fitUserRatingKnnAsync,
  loadBaseline,
  loadEase,
  loadItemKnn,
  loadItemRatingKnn,
  loadPopularity,
  loadSlopeOne,
  loadUserKnn,
  loadUserRatingKnn,
  loadWithFallback,
  withFallback,
  type RatingSimilarity,
  type Recommender,
  type Similarity,
} from '../src/index.js'

type Shop = Interactions<string | number, string>
type Model = Recommender<string | number, string>

/** How a model is made, on a pool too where it can be, and made again of its file. */
export interface ModelMaker {
  readonly fit: (shop: Shop) => Model
  readonly fitAsync?: (shop: Shop, pooled: PooledOptions) => Promise<Model>
  readonly load: (bytes: Uint8Array) => Model
}

const similarities: readonly Similarity[] = [
  'cosine',
  'adjustedCosine',
  'pearson',
  'jaccard',
  'tfidf',
  'bm25',
  'logLikelihood',
]
const ratingSimilarities: readonly RatingSimilarity[] = [
  'commonCosine',
  'meanSquaredDifference',
  'pearson',
  'pearsonBaseline',
]
const parity = (id: Id) => String(id).length % 2 || undefined

/** Every model, in every similarity: whoever adds one adds it here. */
export const everyModel: Readonly<Record<string, ModelMaker>> = {
  ...Object.fromEntries(
    similarities.flatMap((similarity): [string, ModelMaker][] => [
      [
        `item-knn, ${similarity}`,
        {
          fit: (shop) => fitItemKnn(shop, { similarity, neighbors: 5 }),
          fitAsync: (shop, pooled) => fitItemKnnAsync(shop, { similarity, neighbors: 5, ...pooled }),
          load: loadItemKnn<string | number, string>,
        },
      ],
      [
        `user-knn, ${similarity}`,
        {
          fit: (shop) => fitUserKnn(shop, { similarity, neighbors: 5 }),
          fitAsync: (shop, pooled) => fitUserKnnAsync(shop, { similarity, neighbors: 5, ...pooled }),
          load: loadUserKnn<string | number, string>,
        },
      ],
    ]),
  ),
  ...Object.fromEntries(
    ratingSimilarities.flatMap((similarity): [string, ModelMaker][] => [
      [
        `item-rating-knn, ${similarity}`,
        {
          fit: (shop) => fitItemRatingKnn(shop, { similarity }),
          fitAsync: (shop, pooled) => fitItemRatingKnnAsync(shop, { similarity, ...pooled }),
          load: loadItemRatingKnn<string | number, string>,
        },
      ],
      [
        `user-rating-knn, ${similarity}`,
        {
          fit: (shop) => fitUserRatingKnn(shop, { similarity }),
          fitAsync: (shop, pooled) => fitUserRatingKnnAsync(shop, { similarity, ...pooled }),
          load: loadUserRatingKnn<string | number, string>,
        },
      ],
    ]),
  ),
  ease: {
    fit: (shop) => fitEase(shop, { regularization: 2 }),
    fitAsync: (shop, pooled) => fitEaseAsync(shop, { regularization: 2, ...pooled }),
    load: loadEase<string | number, string>,
  },
  baseline: {
    fit: (shop) => fitBaseline(shop),
    fitAsync: (shop, pooled) => fitBaselineAsync(shop, pooled),
    load: loadBaseline<string | number, string>,
  },
  'slope-one': {
    fit: (shop) => fitSlopeOne(shop),
    fitAsync: (shop, pooled) => fitSlopeOneAsync(shop, pooled),
    load: loadSlopeOne<string | number, string>,
  },
  popularity: { fit: (shop) => fitPopularity(shop), load: loadPopularity<string | number, string> },
  'popularity per segment': {
    fit: (shop) => fitPopularity(shop, { perSegment: parity, perCategory: parity }),
    load: loadPopularity<string | number, string>,
  },
  'with fallback': {
    fit: (shop) => withFallback(fitItemKnn(shop, { neighbors: 5 }), fitPopularity(shop)),
    load: (bytes) =>
      loadWithFallback(bytes, loadItemKnn<string | number, string>, loadPopularity<string | number, string>),
  },
}
