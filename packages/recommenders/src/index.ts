export {
  catalogOf,
  factOf,
  interactionsOf,
  transactions,
  type Catalog,
  type Id,
  type Interactions,
  type MergeOptions,
  type Transactions,
} from '@clientele/core'
export { fitBaseline, fitBaselineAsync, loadBaseline } from './models/baseline.js'
export { type RecommendationBlock } from './bulk/blocks.js'
export { describe, type DescribeOptions } from './explanations/describe.js'
export { fitEase, fitEaseAsync, loadEase, type EaseOptions } from './models/ease.js'
export {
  type Explanation,
  type ExplanationPart,
  type FallbackReason,
  type HistoryPart,
  type LevelPart,
  type NeighbourPart,
  type PopularityPart,
} from './explanations/explanation.js'
export { fitItemKnn, fitItemKnnAsync, loadItemKnn, type ItemKnnOptions } from './models/item-knn.js'
export { fitItemRatingKnn, fitItemRatingKnnAsync, loadItemRatingKnn } from './models/item-rating-knn.js'
export { type NeighbourRecommender } from './neighbours/neighbour-model.js'
export { type SimilarItem, type SimilarItems, type SimilarItemsOptions } from './neighbours/similar-items.js'
export { type SimilarUser, type SimilarUsers } from './neighbours/similar-users.js'
export { type Similarity, type SimilarityOptions } from './neighbours/similarity-options.js'
export { fitPopularity, loadPopularity, type PopularityOptions } from './models/popularity.js'
export { type PopularityMeasure } from './models/popularity-counts.js'
export { type HistoryItem, type Recommendation, type RecommendAllOptions, type Recommender } from './recommender.js'
export { type BaselineOptions } from './ratings/baselines.js'
export { type RatingKnnOptions, type RatingNormalization, type RatingSimilarity } from './ratings/rating-options.js'
export { allOf, inStock, marginAtLeast, type MarginOptions, type StockOptions } from './rules/catalog-rules.js'
export { type GroupLimit, type ItemList, type Quota, type RecommendOptions } from './rules/options.js'
export { fitSlopeOne, fitSlopeOneAsync, loadSlopeOne } from './models/slope-one.js'
export { type UserRecommender } from './neighbours/user-model.js'
export { fitUserKnn, fitUserKnnAsync, loadUserKnn, type UserKnnOptions } from './models/user-knn.js'
export { fitUserRatingKnn, fitUserRatingKnnAsync, loadUserRatingKnn } from './models/user-rating-knn.js'
export { loadWithFallback, withFallback } from './models/with-fallback.js'
export { updatePopularity } from './updates/update-popularity.js'
export { updateItemKnn, updateItemKnnAsync } from './updates/update-item-knn.js'
export { updateUserKnn, updateUserKnnAsync } from './updates/update-user-knn.js'
