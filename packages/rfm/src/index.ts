export { rowsOf, transactions } from '@clientele/core'
export { type BehaviourFeature } from './behaviour/behaviour-feature.js'
export { behaviourFeatures, type Behaviour, type BehaviourOptions } from './behaviour/behaviour-features.js'
export { type SourceOptions } from './behaviour/line-sources.js'
export { type LeftOut, type LineOptions } from './measure/line-filter.js'
export { type Monetary } from './measure/metric-values.js'
export { type Frequency } from './measure/purchase-marks.js'
export { type Metric, type PerMetric } from './metrics.js'
export { rfm, type Rfm, type RfmOptions } from './rfm.js'
export { combineScores } from './scores/combine-scores.js'
export { type ScoreWeights } from './scores/combined-score.js'
export { quantileCuts, type CutMethod, type RfmCuts } from './scores/cuts.js'
export { kmeansCuts } from './scores/kmeans-cuts.js'
export { scoreWith, type RfmScore } from './scores/score-with.js'
export { checkRules, type IdleRule, type RuleOverlap, type RuleReport } from './segments/check-rules.js'
export { disjointRules } from './segments/disjoint-rules.js'
export { nameSegments } from './segments/name-segments.js'
export { classicSegments } from './segments/presets/classic-segments.js'
export { klaviyoSegments } from './segments/presets/klaviyo-segments.js'
export { quartileSegments } from './segments/presets/quartile-segments.js'
export { rfmRecommenderDisjointSegments, rfmRecommenderSegments } from './segments/presets/rfm-recommender-segments.js'
export { shopifySegments } from './segments/presets/shopify-segments.js'
export { type ScoreRange, type SegmentRule } from './segments/segment-rules.js'
export { summarizeSegments } from './segments/summarize-segments.js'
export { fitParetoNbd, fitParetoNbdAsync, paretoNbd } from './lifetime/pareto-nbd.js'
export { type ParetoParameters } from './lifetime/pareto-formulas.js'
export { purchaseSummary, type PurchaseSummary, type PurchaseSummaryOptions } from './lifetime/purchase-summary.js'
export { type PurchaseHistories } from './lifetime/purchase-histories.js'
export { type TimeUnit } from './lifetime/time-unit.js'
export { type BetaGeometricParameters } from './lifetime/beta-geometric-formulas.js'
export { bgNbd, fitBgNbd, fitBgNbdAsync } from './lifetime/bg-nbd.js'
export { fitMbgNbd, fitMbgNbdAsync, mbgNbd } from './lifetime/mbg-nbd.js'
export { ConvergenceError } from './lifetime/convergence-error.js'
export { type Fit, type FitOptions, type FitRun, type HistoryFitOptions } from './lifetime/fit-options.js'
export { type FittedPurchaseModel, type PurchaseModel } from './lifetime/purchase-model.js'
export {
  expectedAgainstSeen,
  type ExpectedAgainstSeen,
  type HoldoutHistories,
} from './lifetime/expected-against-seen.js'
export {
  fitGammaGamma,
  fitGammaGammaAsync,
  gammaGamma,
  type FittedSpendModel,
  type GammaGammaParameters,
  type SpendFit,
  type SpendModel,
} from './lifetime/gamma-gamma.js'
export { historicValue, type HistoricValue, type HistoricValueOptions } from './lifetime/historic-value.js'
export { historyMatrix, type HistoryMatrix, type HistoryMatrixOptions } from './lifetime/history-matrix.js'
export { holdoutSummary, type HoldoutOptions, type HoldoutSummary } from './lifetime/holdout-summary.js'
export {
  lifetimeValue,
  lifetimeValueAsync,
  type LifetimeValueOptions,
  type ValuedHistories,
} from './lifetime/lifetime-value.js'
export { type SpendHistories } from './lifetime/spend-histories.js'
