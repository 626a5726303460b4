export { averagePrecision } from './average-precision.js'
export { bootstrapMeans, type BootstrapOptions, type Estimate } from './bootstrap-means.js'
export { catalogCoverage } from './catalog-coverage.js'
export type { CutOff, CutOffAndRelevant } from './count-hits.js'
export { evaluate, evaluateAsync } from './evaluate.js'
export { evaluationRows, type EvaluationRowsOptions } from './evaluation-rows.js'
export type {
  EvaluateOptions,
  Evaluation,
  EvaluationMetric,
  EvaluationProtocol,
  EvaluationSplit,
  EvaluationWarning,
  RecommendedItem,
  RecommendingModel,
} from './evaluation.js'
export { f1 } from './f1.js'
export { hit } from './hit.js'
export { hitsOf } from './hits-of.js'
export { ndcg } from './ndcg.js'
export { precision } from './precision.js'
export { recall } from './recall.js'
export { reciprocalRank } from './reciprocal-rank.js'
export { splitByTime, type SplitAt, type SplitLastDays, type TimeSplit } from './split-by-time.js'
export { splitFacts, type SideFacts, type Split, type SplitFacts } from './split-facts.js'
export { transactions } from '@clientele/core'
