import { checkOneOf, rangeError } from '@clientele/core'
import { averagePrecision } from './average-precision.js'
import { f1 } from './f1.js'
import { gradedNdcg } from './graded-ndcg.js'
import { hit } from './hit.js'
import { averageRank, listAuc, orderedShare } from './list-auc.js'
import { ndcg } from './ndcg.js'
import { partialAuc, partialAucOfTop } from './partial-auc.js'
import { precision } from './precision.js'
import { rPrecision } from './r-precision.js'
import { rankBiasedPrecision } from './rank-biased-precision.js'
import { FLAVORS, type Flavor, type RankingMetric } from './ranking-metric.js'
import { recall } from './recall.js'
import { reciprocalRank } from './reciprocal-rank.js'

/** One user's list, compared with what was relevant to them. */
export interface JudgedList {
  /** The cut-off. */
  readonly k: number
  /** 1 or 0 for each place of the whole list. */
  readonly hits: Uint8Array
  /** The gain at each place, 0 where there is no hit. */
  readonly gains: Float64Array
  /** Money at each place, 0 where there is no hit. */
  readonly amounts: Float64Array
  /** How many products are relevant, at least 1. */
  readonly relevant: number
  /** Gains of all relevant products; missing when each gains 1. */
  readonly ideal: ArrayLike<number> | undefined
  /** How many products could have been listed; 0 when nobody said. */
  readonly items: number
}

/** How a metric of one list is computed, and how much the list weighs in the mean over users. */
export interface RankingDefinition {
  readonly name: RankingMetric
  readonly of: (list: JudgedList) => number
  /** How much a list weighs in the mean; 1 when missing. */
  readonly weight?: (list: JudgedList) => number
  /** Whether it cannot be computed without the number of products that could have been listed. */
  readonly needsItems?: boolean
}

type Definitions = Partial<Record<RankingMetric, Omit<RankingDefinition, 'name'>>>

const atMostK = ({ k, relevant }: JudgedList) => Math.min(k, relevant)
const mapTimes = (list: JudgedList) => averagePrecision(list.hits, list) * list.relevant
const mapAtK = { of: (list: JudgedList) => mapTimes(list) / atMostK(list) }
const mapDividedByK = { of: (list: JudgedList) => mapTimes(list) / list.k }
const ndcgBinary = { of: (list: JudgedList) => ndcg(list.hits, list) }
const ndcgLinear = { of: (list: JudgedList) => graded(list, 'linear') }
const ndcgExponential = { of: (list: JudgedList) => graded(list, 'exponential') }

/** Where each product gains 1 both gains are the binary one, which costs less. */
function graded({ hits, gains, k, relevant, ideal }: JudgedList, gain: 'linear' | 'exponential'): number {
  return ideal === undefined ? ndcg(hits, { k, relevant }) : gradedNdcg(gains, { k, ideal, gain })
}

const STANDARD: Required<Definitions> = {
  precision: { of: (list) => precision(list.hits, list) },
  recall: { of: (list) => recall(list.hits, list) },
  f1: { of: (list) => f1(list.hits, list) },
  hitRate: { of: (list) => hit(list.hits, list) },
  mrr: { of: (list) => reciprocalRank(list.hits, list) },
  map: { of: (list) => averagePrecision(list.hits, list) },
  mapAtK,
  mapDividedByK,
  ndcg: ndcgLinear,
  ndcgBinary,
  ndcgLinear,
  ndcgExponential,
  auc: { of: (list) => listAuc(list.hits, list), needsItems: true },
  partialAuc: { of: (list) => partialAuc(list.hits, list) },
  partialAucOfTop: { of: (list) => partialAucOfTop(list.hits, list) },
  rPrecision: { of: (list) => rPrecision(list.hits, list) },
  rbp: { of: (list) => rankBiasedPrecision(list.hits, list) },
  averageRank: { of: (list) => averageRank(list.hits, list), needsItems: true },
  revenue: { of: ({ amounts, k }) => amounts.subarray(0, k).reduce((sum, amount) => sum + amount, 0) },
}

/** Microsoft Recommenders leaves users without a list out of the means of these. */
const whoHasAList = (definition: Omit<RankingDefinition, 'name'>) => ({
  ...definition,
  weight: ({ hits }: JudgedList) => (hits.length > 0 ? 1 : 0),
})

const { recall: recallOf, f1: f1Of, hitRate, mrr, map, precision: precisionOf } = STANDARD
const OTHERS: Readonly<Record<Exclude<Flavor, 'standard'>, Definitions>> = {
  implicit: {
    // Hits of all users over the sum of min(k, relevant) of all users.
    precision: { of: (list) => (precision(list.hits, list) * list.k) / atMostK(list), weight: atMostK },
    map: mapAtK,
    ndcg: ndcgBinary,
    // Places that a short list lacks count as misses.
    auc: { of: (list) => orderedShare(list.hits, list, list.k), needsItems: true },
  },
  recommenders: {
    precision: whoHasAList(precisionOf),
    recall: whoHasAList(recallOf),
    map: whoHasAList(map),
    mapAtK: whoHasAList(mapAtK),
    ndcg: ndcgBinary,
    ndcgLinear,
    ndcgExponential,
  },
  rectools: {
    precision: precisionOf,
    recall: recallOf,
    f1: f1Of,
    hitRate,
    mrr,
    map,
    mapDividedByK,
    // The best list of all has k hits, however few products are relevant.
    ndcg: { of: (list) => ndcgOfFullList(list) },
    ndcgBinary,
    partialAuc: STANDARD.partialAuc,
    partialAucOfTop: STANDARD.partialAucOfTop,
    rPrecision: { of: (list) => (precision(list.hits, list) * list.k) / atMostK(list) },
  },
  recbole: { precision: precisionOf, recall: recallOf, hitRate, mrr, map: mapAtK, ndcg: ndcgBinary },
}

function ndcgOfFullList({ hits, k, relevant }: JudgedList): number {
  return ndcg(hits, { k, relevant: Math.max(k, relevant) })
}

/**
 * The definitions of some metrics in a flavour.
 * @param metrics default all that the flavour has, in the standard flavour precision, recall, hitRate, mrr, map, ndcg
 * @throws RangeError when the flavour is unknown, a metric is not one of its own, or a metric is named twice
 */
export function rankingDefinitions(
  fn: string,
  flavor: Flavor,
  metrics: readonly RankingMetric[] = DEFAULTS[flavor],
): RankingDefinition[] {
  checkOneOf(fn, 'flavor', flavor, FLAVORS)
  const definitions = definitionsOf(flavor)
  const known = Object.keys(definitions) as RankingMetric[]
  return metrics.map((name, i) => {
    checkOneOf(fn, `metrics[${i}]`, name, known)
    if (metrics.indexOf(name) < i) throw rangeError(fn, `metrics[${i}]`, 'not be named before', name)
    return { name, ...definitions[name]! }
  })
}

function definitionsOf(flavor: Flavor): Definitions {
  return flavor === 'standard' ? STANDARD : OTHERS[flavor]
}

const DEFAULTS: Readonly<Record<Flavor, readonly RankingMetric[]>> = {
  standard: ['precision', 'recall', 'hitRate', 'mrr', 'map', 'ndcg'],
  implicit: ['precision', 'map', 'ndcg'],
  recommenders: ['precision', 'recall', 'map', 'ndcg'],
  rectools: ['precision', 'recall', 'hitRate', 'mrr', 'map', 'ndcg'],
  recbole: ['precision', 'recall', 'hitRate', 'mrr', 'map', 'ndcg'],
}
