import { fitItemKnnAsync, type RecommendationBlock, type Recommender } from '@clientele/recommenders'
import type { Prepared, Work } from '../../suite.js'
import { pairsOf } from './pairs-of.js'

type Model = Awaited<ReturnType<typeof fitItemKnnAsync<number, number>>>

const options = { neighbors: 50, similarity: 'cosine', workers: 2 } as const

/** Fifty neighbours of every product, on two workers. Answers how similar each product's neighbours are, added up. */
export const fit: Work = (folders) => {
  const interactions = pairsOf(folders['movielens-1m-shape']!)
  return {
    run: () => fitItemKnnAsync(interactions, options),
    answer: (model: Model) => ({ numbers: model.products.ids.map((item) => likeness(model, item)) }),
  }
}

function likeness(model: Model, item: number): number {
  return model.similarItems(item, { n: 50 }).reduce((sum, { similarity }) => sum + similarity, 0)
}

/** The ten best new products of every customer, on two workers. Answers the mean score of each customer's list. */
export const recommendToAll: Work = async (folders): Promise<Prepared<RecommendationBlock[]>> => {
  const model = await fitItemKnnAsync(pairsOf(folders['movielens-1m-shape']!), options)
  return {
    async run() {
      const blocks = []
      for await (const block of model.recommendAllAsync({ n: 10, workers: 2 })) blocks.push(block)
      return blocks
    },
    answer: (blocks) => ({ numbers: blocks.flatMap(meanScores) }),
  }
}

function meanScores({ offsets, scores }: RecommendationBlock): number[] {
  return Array.from(offsets.subarray(1), (end, r) => {
    const list = scores.subarray(offsets[r], end)
    return list.reduce((sum, score) => sum + score, 0) / Math.max(1, list.length)
  })
}

/**
 * The ten best new products of one customer after the other: the time of a single call, that most calls do not exceed.
 * @param share the share of the calls that take no longer, such as 0.99
 */
export const recommendToOne =
  (share: number): Work =>
  async (folders): Promise<Prepared<Float64Array>> => {
    const model = await fitItemKnnAsync(pairsOf(folders['movielens-1m-shape']!), options)
    return {
      run: () => timesOf(model),
      secondsOf: (times) => times[Math.floor(share * times.length)]! / 1000,
      answer: () => ({ numbers: [] }),
    }
  }

/** Milliseconds of a call for each customer, ascending. */
function timesOf({ customers, recommend }: Recommender<number, number>): Float64Array {
  return Float64Array.from(customers.ids, (customer) => {
    const start = performance.now()
    recommend(customer, { n: 10 })
    return performance.now() - start
  }).sort()
}
