export { averagePrecision } from './ranking/average-precision.js'
export { bootstrapMeans, type BootstrapOptions, type Estimate } from './bootstrap-means.js'
export { catalogCoverage } from './beyond/catalog-coverage.js'
export type { CutOff, CutOffAndRelevant } from './ranking/count-hits.js'
export {
  crossValidate,
  crossValidateAsync,
  type CrossValidation,
  type SplitsEstimate,
} from './evaluation/cross-validate.js'
export { evaluate, evaluateAsync } from './evaluation/evaluate.js'
export { evaluationRows, type AnyEvaluation, type EvaluationRowsOptions } from './evaluation/evaluation-rows.js'
export type {
  AskedFor,
  BeyondMetric,
  DefaultMetric,
  EvaluatedModel,
  EvaluateOptions,
  Evaluation,
  EvaluationFailure,
  EvaluationMetric,
  EvaluationProtocol,
  EvaluationSplit,
  EvaluationWarning,
  HistoryModel,
  ListMetric,
  RecommendedItem,
  RecommendedLists,
  RecommendingModel,
  ScoringModel,
  ShownItem,
} from './evaluation/evaluation.js'
export { f1 } from './ranking/f1.js'
export { hit } from './ranking/hit.js'
export { hitsOf } from './ranking/hits-of.js'
export { ndcg } from './ranking/ndcg.js'
export { precision } from './ranking/precision.js'
export { recall } from './ranking/recall.js'
export { reciprocalRank } from './ranking/reciprocal-rank.js'
export { splitByTime, type SplitAt, type SplitLastDays, type TimeSplit } from './splits/split-by-time.js'
export { splitFacts, type SideFacts, type Split, type SplitFacts } from './splits/split-facts.js'
export { exposureEntropy, exposureGini } from './beyond/exposure.js'
export { gradedNdcg, type GradedNdcgOptions } from './ranking/graded-ndcg.js'
export type { JudgedColumn } from './ranking/judge-lists.js'
export { averageRank, listAuc, type AmongItems } from './ranking/list-auc.js'
export {
  cosineDistance,
  hammingDistance,
  intraListDiversity,
  serendipity,
  type DistanceOptions,
  type ProductDistance,
  type SerendipityOptions,
} from './beyond/list-diversity.js'
export type { ListValues, PositionLists } from './ranking/list-means.js'
export { partialAuc, partialAucOfTop } from './ranking/partial-auc.js'
export {
  averagePopularity,
  longTailShare,
  novelty,
  serendipityOverPopularity,
  type LongTailOptions,
  type NoveltyOptions,
  type SerendipityOverPopularityOptions,
} from './beyond/popularity-bias.js'
export { rPrecision } from './ranking/r-precision.js'
export { averageOverlap, rankBiasedOverlap, type RankBiasedOverlapOptions } from './ranking/rank-biased-overlap.js'
export { rankBiasedPrecision, type RankBiasedPrecisionOptions } from './ranking/rank-biased-precision.js'
export type { Flavor, RankingMetric } from './ranking/ranking-metric.js'
export {
  rankingMetrics,
  userMetricMeans,
  userMetrics,
  type RankingMetrics,
  type RankingOptions,
  type UserMetrics,
} from './ranking/ranking-metrics.js'
export {
  aucOfScores,
  averagePrecisionOfScores,
  ndcgOfScores,
  type ScoredNdcgOptions,
} from './ranking/scored-metrics.js'
export { ratingMetrics, type RatingErrors, type RatingMetrics, type RatingOptions } from './rating-metrics.js'
export { holdOutCustomers, type HeldOutCustomers, type HoldOutOptions } from './splits/hold-out-customers.js'
export { rollingSplits, type RollingOptions, type RollingSplit } from './splits/rolling-splits.js'
export { splitLast, type SplitLastOptions } from './splits/split-last.js'
export {
  kFold,
  splitRandom,
  type DrawOptions,
  type KFoldOptions,
  type SplitRandomOptions,
} from './splits/split-random.js'
export type { ColdOptions, SplitWithCold } from './splits/split-sides.js'
export { benjaminiHochberg, holm } from './comparison/adjusted-p-values.js'
export {
  compare,
  comparisonRows,
  type CompareOptions,
  type ComparedMetric,
  type ComparedPair,
  type Comparison,
} from './comparison/compare.js'
export {
  metricsByActivity,
  metricsByPopularity,
  type GroupOptions,
  type PopularityGroup,
} from './evaluation/evaluation-groups.js'
export {
  pairedTTest,
  permutationTest,
  wilcoxonSignedRank,
  type PairedTest,
  type PermutationOptions,
  type WilcoxonOptions,
} from './comparison/paired-tests.js'
export { drawSettings, type DrawSettingsOptions } from './search/draw-settings.js'
export { gridSearch, gridSearchAsync } from './search/grid-search.js'
export { randomSearch, randomSearchAsync } from './search/random-search.js'
export { memoryLog, type MemoryLog, type SearchLog } from './search/search-log.js'
export type { AnyModel, Fit, Judge, JudgeOption, SearchAsyncOptions, SearchOptions } from './search/search-options.js'
export type { SearchResult, SearchTrial } from './search/search-result.js'
export { searchRows } from './search/search-rows.js'
export { serveSearch } from './search/serve-search.js'
export { settingsGrid } from './search/settings-grid.js'
export type { Grid, SettingRange, Settings, SettingsOf, SettingValue, Space } from './search/settings.js'
export { successiveHalving, successiveHalvingAsync, type HalvingOptions } from './search/successive-halving.js'
export { transactions, type Transactions } from '@clientele/core'
