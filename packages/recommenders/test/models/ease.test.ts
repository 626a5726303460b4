import { openPool } from '@clientele/compute'
import { idIndex } from '@clientele/core'
import { hasShared, reference } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { fitEase, fitEaseAsync, loadEase } from '../../src/index.js'
import { recommenderContract } from '../contract.js'
import { checkerboard, interactionsFrom } from '../fixtures.js'
import { movieLens } from '../movielens.js'

recommenderContract('ease', (interactions) => fitEase(interactions, { regularization: 2 }), {
  personal: true,
  fillsUp: false,
  answersStrangers: false,
  rounds: true,
  load: loadEase,
  fitAsync: (interactions, pooled) => fitEaseAsync(interactions, { regularization: 2, ...pooled }),
})

describe('ease', () => {
  // XᵀX + 1 is 2 1 of two products that one customer has both of: its inverse is (2 -1; -1 2) / 3
  const pair = interactionsFrom<string, string>([
    ['ann', 'mug'],
    ['ann', 'tea'],
  ])

  test('weights are those of the inverse, worked out by hand', () => {
    const model = fitEase(pair, { regularization: 1 })
    expect(model.scoreFor([{ item: 'mug' }], 'tea')).toBeCloseTo(0.5, 15)
    expect(model.scoreFor([{ item: 'mug' }], 'mug')).toBe(0)
    expect(model.similarItems('mug')[0]?.item).toBe('tea')
  })

  test('an explanation names the products of the history with their weights', () => {
    const model = fitEase(pair, { regularization: 1 })
    const part = model.explainFor([{ item: 'mug', value: 2 }], 'tea')!.parts[0]!
    expect(part).toMatchObject({ kind: 'history', item: 'mug', value: 2, share: 1 })
    expect(part.contribution).toBeCloseTo(1, 15)
  })

  test('what replaces another product has a weight below 0 for it, and is not called similar', () => {
    // everybody with tea has one of two pots
    const cells = Array.from({ length: 20 }, (_, c) => [
      [c, 'tea'] as const,
      [c, c % 2 === 0 ? 'red pot' : 'blue pot'] as const,
    ])
    const model = fitEase(interactionsFrom<number, string>(cells.flat()), { regularization: 1 })
    expect(model.scoreFor([{ item: 'red pot' }], 'blue pot')).toBeLessThan(-0.1)
    expect(model.similarItems('red pot').map(({ item }) => item)).toEqual(['tea'])
    expect(model.recommendFor([{ item: 'red pot' }]).map(({ item }) => item)).toEqual(['tea'])
  })

  test('products that share no customer say nothing of one another', () => {
    const model = fitEase(checkerboard(6))
    expect(model.scoreFor([{ item: 'p0' }], 'p1')).toBe(0)
  })

  test('one product has nothing to recommend', () => {
    const model = fitEase(interactionsFrom([['ann', 'mug']]))
    expect(model.recommend('ann', { includeSeen: true })).toEqual([])
    expect(model.similarItems('mug')).toEqual([])
  })

  test('a customer without products has an empty list', () => {
    const customers = idIndex(['ann', 'bob'])
    const matrix = { ...pair.matrix, rows: 2, offsets: Int32Array.of(0, 2, 2) }
    expect(fitEase({ ...pair, customers, matrix }).recommend('bob')).toEqual([])
  })

  test('bad options and interactions are errors that name themselves', async () => {
    expect(() => fitEase(pair, { regularization: -1 })).toThrow(
      new RangeError('fitEase: regularization must be between 0 and 1e+150, got -1'),
    )
    expect(() => fitEase(pair, { regularization: NaN })).toThrow('fitEase: regularization must be finite, got NaN')
    expect(() => fitEase(interactionsFrom([]))).toThrow(
      'fitEase: interactions.matrix.indices.length must be at least 1, got 0',
    )
    for (const value of [NaN, Infinity]) {
      const matrix = { ...pair.matrix, values: Float64Array.of(1, value) }
      expect(() => fitEase({ ...pair, matrix })).toThrow(`fitEase: interactions.matrix.values[1] must be 0 or between`)
    }
    await expect(fitEaseAsync(pair, { regularization: -1 })).rejects.toThrow('regularization must be between')
    await expect(fitEaseAsync(pair, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
  })

  test('regularization too little for the values is refused, instead of weights made of rounding', () => {
    expect(() => fitEase(pair, { regularization: 0 })).toThrow(
      new RangeError('fitEase: regularization must be at least 2e-10 for values of this size, got 0'),
    )
    const matrix = { ...pair.matrix, values: Float64Array.of(1e9, 1e9) }
    expect(() => fitEase({ ...pair, matrix })).toThrow('fitEase: regularization must be at least 200000000 for')
    const nothing = { ...pair.matrix, values: Float64Array.of(0, 0) }
    expect(fitEase({ ...pair, matrix: nothing }, { regularization: 1e-100 }).score('ann', 'mug')).toBe(0)
  })

  test('too many products are refused with the memory that they would need, before any is taken', () => {
    const products = idIndex(Array.from({ length: 20_000 }, (_, i) => `p${i}`))
    const matrix = { ...pair.matrix, columns: 20_000 }
    expect(() => fitEase({ ...pair, products, matrix })).toThrow(
      /^fitEase: interactions\.products\.ids\.length must be at most 15000, since 64\d{8} bytes of memory would be needed of 4294967296, got 20000$/,
    )
  })

  test('a pool gives the same file, progress and its memory back', async () => {
    const cells = Array.from({ length: 3000 }, (_, i) => [i % 97, `p${(i * i + 3 * i) % 301}`, 1 + (i % 5)] as const)
    const shop = interactionsFrom<number, string>(cells)
    const pool = openPool({ workers: 2 })
    const stages = new Set<string | undefined>()
    const model = await fitEaseAsync(shop, { pool, onProgress: ({ stage }) => stages.add(stage) })
    expect(Buffer.compare(model.save(), fitEase(shop).save())).toBe(0)
    expect([...stages]).toEqual(['pairs', 'factor', 'invert'])
    expect(pool.engine.arena.used).toBe(0)
    await pool.close()
  })
})

describe.skipIf(!hasShared)('ease gives what numpy gives', () => {
  const { tinyImplicit, rankingModels } = hasShared
    ? reference('factor-models')
    : { tinyImplicit: { matrix: [], ease: [] }, rankingModels: [] }

  test.each(tinyImplicit.ease as any[])('a tiny matrix, values $values, $l2', ({ l2, values, scores }) => {
    const counts: number[][] = tinyImplicit.matrix
    const cells = counts.flatMap((row, c) => row.map((value, p) => [c, p, value] as const))
    const bought = cells.filter(([, , value]) => value > 0)
    const given = values === 'one' ? bought.map(([c, p]) => [c, p, 1] as const) : bought
    const model = fitEase(interactionsFrom<number, number>(given), { regularization: l2 })
    for (const [c, p] of cells) expect(model.score(c, p)).toBeCloseTo(scores[c][p], 9)
  })

  const lists = (rankingModels as any[]).filter(({ model }) => model === 'EASE')
  test.each(lists)('lists of MovieLens 100K, regularization $l2', ({ l2, lists: expected, weights }) => {
    const model = fitEase(movieLens(false), { regularization: l2 })
    for (const { user, items, scores } of expected) {
      const list = model.recommend(user)
      expect(list.map(({ item }) => item)).toEqual(items)
      list.forEach(({ score }, rank) => expect(score).toBeCloseTo(scores[rank], 9))
    }
    for (const { from, to, weight } of weights ?? []) {
      expect(model.scoreFor([{ item: from }], to)).toBeCloseTo(weight, 9)
    }
  })
})
