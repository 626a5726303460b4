import { hasShared, reference } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { fitUserKnn, fitUserKnnAsync, loadUserKnn, type Similarity } from '../../src/index.js'
import { recommenderContract } from '../contract.js'
import { checkerboard, interactionsFrom } from '../fixtures.js'
import { movieLens } from '../movielens.js'

const similarities: readonly Similarity[] = ['cosine', 'adjustedCosine', 'pearson', 'jaccard', 'tfidf', 'bm25']
for (const similarity of similarities) {
  const varied = similarity === 'pearson' || similarity === 'adjustedCosine'
  recommenderContract(`user-knn with ${similarity}`, (interactions) => fitUserKnn(interactions, { similarity }), {
    personal: !varied,
    silentOnFew: true,
    fillsUp: false,
    answersStrangers: false,
    dislikesCompare: true,
    load: loadUserKnn,
    lowest: similarity === 'tfidf' || similarity === 'bm25' ? 0 : -2,
    fitAsync: (interactions, pooled) => fitUserKnnAsync(interactions, { similarity, ...pooled }),
  })
}

describe('user-knn', () => {
  test('bad options and interactions are errors that name themselves', async () => {
    const shop = checkerboard(4)
    expect(() => fitUserKnn(shop, { neighbors: 0 })).toThrow('fitUserKnn: neighbors must be at least 1, got 0')
    expect(() => fitUserKnn(interactionsFrom([]))).toThrow(
      'fitUserKnn: interactions.matrix.indices.length must be at least 1, got 0',
    )
    const disliked = interactionsFrom([['ann', 'mug', -1]])
    expect(() => fitUserKnn(disliked, { similarity: 'bm25' })).toThrow(
      'fitUserKnn: interactions.matrix.values[0] must be at least 0, got -1',
    )
    await expect(fitUserKnnAsync(shop, { neighbors: 0 })).rejects.toThrow('neighbors must be at least 1')
    await expect(fitUserKnnAsync(shop, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
  })

  test('a file keeps the options, so that a new history is compared in the same way', () => {
    const model = fitUserKnn(checkerboard(12), { similarity: 'bm25', k1: 2, b: 0.5, neighbors: 3 })
    const history = [{ item: 'p1' }, { item: 'p4', value: 2 }]
    expect(loadUserKnn<string, string>(model.save()).recommendFor(history)).toEqual(model.recommendFor(history))
  })
})

describe.skipIf(!hasShared)('customers of MovieLens 100K are as alike as scipy and pandas say', () => {
  const cases = hasShared ? (reference('neighbourhood').userUser as any[]) : []
  const ways: Record<string, { similarity: Similarity; rated: boolean; minSupport?: number }> = {
    cosine: { similarity: 'cosine', rated: true },
    cosineBinary: { similarity: 'cosine', rated: false },
    jaccard: { similarity: 'jaccard', rated: false },
    pearson: { similarity: 'pearson', rated: true, minSupport: 10 },
  }

  test.each(cases)('$similarity', ({ similarity, users }) => {
    const { rated, ...options } = ways[similarity]!
    const model = fitUserKnn(movieLens(rated), options)
    // -2 stands for too few items in common
    for (const { user, neighbours, similarities: expected } of users) {
      const similar = model.similarUsers(user)
      expect(similar.map(({ customer }) => customer)).toEqual(
        neighbours.filter((_: number, i: number) => expected[i] > -2),
      )
      similar.forEach((got, rank) => expect(got.similarity).toBeCloseTo(expected[rank], 9))
    }
  })
})
