import { hasShared, reference } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { fitItemKnn, fitItemKnnAsync, loadItemKnn, type Similarity } from '../../src/index.js'
import { recommenderContract } from '../contract.js'
import { checkerboard, interactionsFrom } from '../fixtures.js'
import { movieLens } from '../movielens.js'

const similarities: readonly Similarity[] = ['cosine', 'pearson', 'jaccard', 'tfidf', 'bm25', 'logLikelihood']
/** Correlations need values that differ, and surprise needs more than a few customers. */
const silentOnFew: readonly Similarity[] = ['pearson', 'logLikelihood']
for (const similarity of similarities) {
  recommenderContract(`item-knn with ${similarity}`, (interactions) => fitItemKnn(interactions, { similarity }), {
    personal: similarity !== 'pearson',
    ...(silentOnFew.includes(similarity) && { silentOnFew: true }),
    fillsUp: false,
    answersStrangers: false,
    load: loadItemKnn,
    lowest: similarity === 'tfidf' || similarity === 'bm25' ? 0 : -2,
    fitAsync: (interactions, pooled) => fitItemKnnAsync(interactions, { similarity, ...pooled }),
  })
}

describe('item-knn', () => {
  const shop = interactionsFrom<string, string>([
    ['ann', 'mug'],
    ['ann', 'tea'],
    ['bob', 'mug'],
    ['bob', 'tea'],
    ['bob', 'pot'],
    ['eve', 'pot'],
    ['eve', 'hat'],
  ])

  test('scores add the similarities to what the customer has', () => {
    const model = fitItemKnn(shop)
    // pot is with bob and eve, mug and tea with ann and bob: one customer in common, cosine 1 / √(2 · 2)
    expect(model.recommend('ann')).toEqual([{ item: 'pot', score: 1, source: 'item-knn' }])
    expect(model.explain('ann', 'pot')?.parts).toEqual([
      { kind: 'history', item: 'mug', value: 1, similarity: 0.5, contribution: 0.5, share: 0.5 },
      { kind: 'history', item: 'tea', value: 1, similarity: 0.5, contribution: 0.5, share: 0.5 },
    ])
  })

  test('a product that nothing in the history speaks for is not recommended, though it has a score', () => {
    const model = fitItemKnn(shop)
    expect(model.score('ann', 'hat')).toBe(0)
    expect(model.explain('ann', 'hat')?.parts).toEqual([])
    expect(model.recommendFor([])).toEqual([])
  })

  test('a dislike lowers a score and can keep a product out', () => {
    const model = fitItemKnn(shop)
    expect(model.scoreFor([{ item: 'mug', value: -1 }], 'pot')).toBe(-0.5)
    expect(model.recommendFor([{ item: 'mug' }, { item: 'tea', value: -3 }])).toEqual([])
  })

  test('only the most similar products are neighbours, the lower index where two are equally similar', () => {
    const model = fitItemKnn(shop, { neighbors: 1 })
    expect(model.similarItems('pot')).toEqual([{ item: 'hat', similarity: 1 / Math.sqrt(2) }])
    expect(model.similarItems('mug')).toEqual([{ item: 'tea', similarity: 1 }])
    // p6 is as similar to p0 as to p2, and p2 appeared first
    expect(fitItemKnn(checkerboard(8), { neighbors: 1 }).similarItems('p6')[0]?.item).toBe('p2')
  })

  test('shrinkage takes from similarities that rest on few customers', () => {
    const model = fitItemKnn(shop, { shrinkage: 2 })
    // mug and tea: two customers in common, 1 · 2 / (2 + 2); mug and pot: one, 0.5 · 1 / (1 + 2)
    expect(model.similarItems('mug')).toEqual([
      { item: 'tea', similarity: 0.5 },
      { item: 'pot', similarity: 0.5 / 3 },
    ])
  })

  test('one product has no neighbours', () => {
    const model = fitItemKnn(interactionsFrom([['ann', 'mug']]))
    expect(model.recommend('ann', { includeSeen: true })).toEqual([])
    expect(model.similarItems('mug')).toEqual([])
  })

  test('bad options and interactions are errors that name themselves', () => {
    expect(() => fitItemKnn(shop, { neighbors: 0 })).toThrow('fitItemKnn: neighbors must be at least 1, got 0')
    expect(() => fitItemKnn(shop, { shrinkage: -1 })).toThrow('fitItemKnn: shrinkage must be at least 0, got -1')
    expect(() => fitItemKnn(shop, { similarity: 'dot' as any })).toThrow(
      'fitItemKnn: similarity must be one of "cosine",',
    )
    expect(() => fitItemKnn(shop, { k1: 1 })).toThrow(
      'fitItemKnn: k1 must be left out when similarity is "cosine", got 1',
    )
    expect(() => fitItemKnn(shop, { similarity: 'bm25', b: 2 })).toThrow('fitItemKnn: b must be between 0 and 1, got 2')
    expect(() => fitItemKnn(interactionsFrom([]))).toThrow(
      'fitItemKnn: interactions.matrix.indices.length must be at least 1, got 0',
    )
  })

  test('fitting with pauses reports progress, stops when told to, and rejects bad options', async () => {
    const reports: number[] = []
    const wide = interactionsFrom(
      Array.from({ length: 4 }, (_, c) => Array.from({ length: 1500 }, (_, p) => [c, p] as const)).flat(),
    )
    await fitItemKnnAsync(wide, { onProgress: ({ done, total }) => reports.push(done / total) })
    expect(reports.length).toBeGreaterThan(0)
    expect(reports.every((share) => share > 0 && share <= 1)).toBe(true)
    await expect(fitItemKnnAsync(shop, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
    await expect(fitItemKnnAsync(shop, { neighbors: 0 })).rejects.toThrow('neighbors must be at least 1')
  })
})

describe.skipIf(!hasShared)('item-knn on MovieLens 100K gives what implicit gives', () => {
  const cases = hasShared ? (reference('neighbourhood').itemItem as any[]) : []
  // The reference counts a product itself among its 50 neighbours.
  const others = 49

  describe.each(cases)('$model of $values', ({ model: similarity, values, k1, b, recommendations, similarItems }) => {
    const ratings = movieLens(values === 'rating')
    const fit = (neighbors: number) =>
      fitItemKnn(ratings, { similarity, neighbors, ...(similarity === 'bm25' && { k1, b }) })

    test('similar products', () => {
      const model = fit(others)
      for (const { item, items, scores } of similarItems) {
        const similar = model.similarItems(item)
        expect(similar.map((each) => each.item)).toEqual(items)
        similar.forEach(({ similarity: got }, rank) => expect(got / scores[rank]).toBeCloseTo(1, 6))
      }
    })

    test('recommendations and their scores', () => {
      // Without normalization a product need not be among its own 50 most similar: it has 49 or 50 others there.
      const fewer = fit(others)
      const more = similarity === 'bm25' ? fit(others + 1) : fewer
      for (const { user, historyLength, items, scores } of recommendations) {
        expect(more.history(user)).toHaveLength(historyLength)
        if (more === fewer) expect(fewer.recommend(user).map(({ item }) => item)).toEqual(items)
        items.forEach((item: number, rank: number) => {
          expect(fewer.score(user, item)! / scores[rank]).toBeLessThan(1 + 1e-6)
          expect(more.score(user, item)! / scores[rank]).toBeGreaterThan(1 - 1e-6)
        })
      }
    })
  })
})
