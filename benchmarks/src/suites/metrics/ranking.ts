import { rankingMetrics, userMetricMeans, userMetrics, type RankingMetric } from '@clientele/metrics'
import { readData } from '../../data/data-set.js'
import type { Work } from '../../suite.js'

/** What both sides compute, in this order. */
const METRICS: readonly RankingMetric[] = ['precision', 'recall', 'hitRate', 'mrr', 'map', 'ndcg']
const OPTIONS = { k: 10, metrics: METRICS, flavor: 'rectools' } as const

/** Means of six metrics at 10, as RecTools defines them. */
export const means: Work = (folders) => {
  const { lists, relevant } = listsOf(folders)
  return {
    run: () => userMetricMeans(userMetrics(lists, relevant, OPTIONS)),
    answer: (found: Partial<Record<RankingMetric, number>>) => ({ numbers: METRICS.map((name) => found[name]!) }),
  }
}

/** The same means, and each one's interval from 1,000 resamples of the users. */
export const intervals: Work = (folders) => {
  const { lists, relevant } = listsOf(folders)
  return {
    run: () => rankingMetrics(lists, relevant, { ...OPTIONS, resamples: 1000 }),
    answer({ metrics }: ReturnType<typeof rankingMetrics>) {
      const { mean, low, high } = metrics.ndcg!
      return {
        numbers: METRICS.map((name) => metrics[name]!.mean),
        note: `ndcg ${[mean, low, high].map(rounded).join(', ')}`,
      }
    },
  }
}

function rounded(value: number): string {
  return value.toFixed(4)
}

function listsOf(folders: Readonly<Record<string, string>>) {
  const data = readData(folders['movielens-1m-lists']!)
  const all = data['lists']!
  const offsets = data['relevantOffsets']!.values
  const [users, places] = all.shape as [number, number]
  const ranks = Array.from({ length: users }, (_, user) => user)
  return {
    lists: ranks.map((user) => (all.values as Int32Array).subarray(user * places, (user + 1) * places)),
    relevant: ranks.map((user) => (data['relevant']!.values as Int32Array).subarray(offsets[user], offsets[user + 1])),
  }
}
