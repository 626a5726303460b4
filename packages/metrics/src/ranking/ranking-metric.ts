/**
 * Whose definition a metric follows. `'standard'`: trec_eval's, as in the functions of one list. `'implicit'`:
 * `implicit.evaluation` 0.7. `'recommenders'`: Microsoft Recommenders 1.2. `'rectools'`: RecTools 0.19. `'recbole'`:
 * RecBole 1.2.
 */
export type Flavor = 'standard' | 'implicit' | 'recommenders' | 'rectools' | 'recbole'

/**
 * A metric of ranked lists at k. `ndcg` and `map` are what the flavour calls so; the longer names fix one definition.
 * Higher is better for all but `averageRank`.
 */
export type RankingMetric =
  | 'precision'
  | 'recall'
  | 'f1'
  | 'hitRate'
  | 'mrr'
  | 'map'
  | 'mapAtK'
  | 'mapDividedByK'
  | 'ndcg'
  | 'ndcgBinary'
  | 'ndcgLinear'
  | 'ndcgExponential'
  | 'auc'
  | 'partialAuc'
  | 'partialAucOfTop'
  | 'rPrecision'
  | 'rbp'
  | 'averageRank'
  | 'revenue'

/** Names of all flavours. */
export const FLAVORS: readonly Flavor[] = ['standard', 'implicit', 'recommenders', 'rectools', 'recbole']
