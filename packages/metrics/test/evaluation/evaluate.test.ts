import { featureColumn, positionOf, shuffle, random, type Id } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate, evaluateAsync, splitByTime } from '../../src/index.js'
import { answering, firstProducts, shop, type Line } from '../shops.js'

/** From 20 January on it is the test period. Train: products a b c d; new in the test period: e. */
const lines: readonly Line[] = [
  ['anna', 1, 'a'],
  ['anna', 2, 'b'],
  ['bert', 3, 'c'],
  ['carl', 4, 'd'],
  ['dora', 5, 'a'],
  ['anna', 20, 'c'],
  ['anna', 21, 'e'],
  ['anna', 21, 'a'],
  ['bert', 22, 'a'],
  ['bert', 23, 'a'],
  ['dora', 24, 'a'],
  ['emil', 25, 'b'],
  ['emil', 25, 'e'],
]
const split = splitByTime(shop(lines), { at: '2024-01-20' })
const table = [
  ['anna', ['d', 'c']],
  ['bert', ['b', 'a']],
  ['dora', ['b', 'c']],
  ['emil', ['b']],
] as const

function means(metrics: Readonly<Record<string, { readonly mean: number }>>) {
  return Object.fromEntries(Object.entries(metrics).map(([name, { mean }]) => [name, mean]))
}

test('counts and metrics of a tiny shop are those worked out by hand', () => {
  const evaluation = evaluate(answering(table), split, { k: 2 })
  // anna: relevant c e (a was bought before), list d c. bert: relevant a, list b a. dora bought only a again: skipped.
  expect(evaluation).toMatchObject({
    customers: 2,
    skipped: 1,
    newCustomers: 1,
    shortLists: 0,
    relevantPairs: 3,
    relevantPairsOfNewProducts: 1,
    warnings: [],
  })
  const secondPlace = 1 / Math.log2(3)
  expect(means(evaluation.metrics)).toEqual({
    precision: 0.5,
    recall: expect.closeTo((1 / 2 + 1) / 2, 12),
    f1: expect.closeTo((1 / 2 + 2 / 3) / 2, 12),
    hitRate: 1,
    mrr: 0.5,
    map: expect.closeTo((1 / 4 + 1 / 2) / 2, 12),
    ndcg: expect.closeTo((secondPlace / (1 + secondPlace) + secondPlace) / 2, 12),
    coverage: 1,
  })
  expect(evaluation.perCustomer.index.ids).toEqual(['anna', 'bert'])
  expect(featureColumn(evaluation.perCustomer, 'recall').values).toEqual(Float64Array.of(0.5, 1))
})

test('with repurchases every product of the test period is relevant, and the model may show products seen', () => {
  const asked: boolean[] = []
  const model = {
    recommend: (customer: string, { n, includeSeen }: { n: number; includeSeen: boolean }) => {
      asked.push(includeSeen)
      return answering([['dora', ['a']]]).recommend(customer, { n, includeSeen })
    },
  }
  const evaluation = evaluate(model, split, { k: 1, repurchases: 'include' })
  expect(evaluation).toMatchObject({ customers: 3, skipped: 0, shortLists: 2, relevantPairs: 5, warnings: [] })
  expect(evaluation.metrics.hitRate.mean).toBeCloseTo(1 / 3, 12)
  expect(evaluation.metrics.coverage.mean).toBe(0.25)
  expect(asked).toEqual([true, true, true])
})

test('new customers are judged apart when asked for', () => {
  const evaluation = evaluate(answering(table), split, { k: 2, population: 'new' })
  expect(evaluation).toMatchObject({ customers: 1, skipped: 0, newCustomers: 1, shortLists: 1, relevantPairs: 2 })
  expect(evaluation.metrics).toMatchObject({ precision: { mean: 0.5 }, recall: { mean: 0.5 }, mrr: { mean: 1 } })
  expect(evaluation.perCustomer.index.ids).toEqual(['emil'])
})

test('a model that knows nobody scores 0 everywhere', () => {
  const evaluation = evaluate(answering([]), split)
  expect(Object.values(evaluation.metrics)).toEqual(Array(8).fill({ mean: 0, low: 0, high: 0 }))
  expect(evaluation.shortLists).toBe(2)
})

test('a list shorter than k is judged as it is, and counted', () => {
  const { shortLists, metrics } = evaluate(answering(table), split, { k: 10 })
  expect(shortLists).toBe(2)
  expect(metrics.precision.mean).toBe(0.1)
})

const letters = [...'abcdefghijkl', '__proto__', 'constructor']
const anyLine = fc.tuple(
  fc.constantFrom('__proto__', 'u', 'v', 'w', 'x', 'y'),
  fc.integer({ min: 1, max: 30 }),
  fc.constantFrom(...letters),
)
const anyLines = fc
  .array(anyLine, { maxLength: 60 })
  .map((some): Line[] => [['always', 1, 'a'], ['always', 20, 'b'], ...(some as Line[])])

test('on any shop the means are those of sets of products compared customer by customer', () => {
  fc.assert(
    fc.property(
      anyLines,
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom('exclude', 'include'),
      (log, k, repurchases) => {
        const { train, test: later, at } = splitByTime(shop(log), { at: '2024-01-15' })
        const model = firstProducts(train)
        const { metrics, customers, skipped, newCustomers } = evaluate(
          model,
          { train, test: later, at },
          { k, repurchases, resamples: 100 },
        )
        const boughtBy = (customer: string, side: 'train' | 'test') =>
          new Set(
            log.filter(([c, day]) => c === customer && day < 15 === (side === 'train')).map(([, , product]) => product),
          )
        const people = [...new Set(log.map(([customer]) => customer))].filter((c) => boughtBy(c, 'test').size > 0)
        const returning = people.filter((c) => boughtBy(c, 'train').size > 0)
        const judged = returning.flatMap((customer) => {
          const had = boughtBy(customer, 'train')
          const wanted = [...boughtBy(customer, 'test')].filter(
            (product) => repurchases === 'include' || !had.has(product),
          )
          const list = model
            .recommend(customer, { n: k, includeSeen: repurchases === 'include' })
            .map(({ item }) => item as string)
          return wanted.length > 0 ? [{ wanted, list, found: list.filter((item) => wanted.includes(item)).length }] : []
        })
        const mean = (of: (each: (typeof judged)[number]) => number) =>
          judged.reduce((sum, each) => sum + of(each), 0) / judged.length
        expect([customers, skipped, newCustomers]).toEqual([
          judged.length,
          returning.length - judged.length,
          people.length - returning.length,
        ])
        expect(metrics.precision.mean).toBeCloseTo(
          mean(({ found }) => found / k),
          12,
        )
        expect(metrics.recall.mean).toBeCloseTo(
          mean(({ found, wanted }) => found / wanted.length),
          12,
        )
        expect(metrics.hitRate.mean).toBeCloseTo(
          mean(({ found }) => Math.min(1, found)),
          12,
        )
        expect(metrics.coverage.mean).toBeCloseTo(
          new Set(judged.flatMap(({ list }) => list)).size / train.products!.ids.length,
          12,
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('all estimates lie between 0 and 1, and each mean in its interval', () => {
  fc.assert(
    fc.property(anyLines, fc.integer({ min: 1, max: 6 }), (log, k) => {
      const some = splitByTime(shop(log), { at: '2024-01-15' })
      for (const { mean, low, high } of Object.values(evaluate(firstProducts(some.train), some, { k }).metrics)) {
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(mean + 1e-12)
        expect(mean).toBeLessThanOrEqual(high + 1e-12)
        expect(high).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 40 },
  )
})

test('the order of customers and lines does not change a mean', () => {
  const order = shuffle(Int32Array.from(lines.keys()), random('order'))
  const shuffled = splitByTime(shop(Array.from(order, (line) => lines[line]!)), { at: '2024-01-20' })
  const before = evaluate(answering(table), split, { k: 2 })
  const after = evaluate(answering(table), shuffled, { k: 2 })
  for (const [name, mean] of Object.entries(means(before.metrics))) {
    expect(means(after.metrics)[name], name).toBeCloseTo(mean, 12)
  }
  const anna = positionOf(after.perCustomer.index, 'anna')
  expect(featureColumn(after.perCustomer, 'recall').values[anna]).toBe(0.5)
})

test('the same seed gives the same evaluation, whether run at once or in between other work', async () => {
  const evaluation = evaluate(answering(table), split, { k: 2, seed: 'again' })
  expect(evaluate(answering(table), split, { k: 2, seed: 'again' })).toEqual(evaluation)
  expect(await evaluateAsync(answering(table), split, { k: 2, seed: 'again' })).toEqual(evaluation)
})

test('an evaluation is plain data and says how it was made', () => {
  const evaluation = evaluate(answering(table), split, { k: 2, seed: 5 })
  expect(structuredClone(evaluation)).toEqual(evaluation)
  expect(evaluation.protocol).toEqual({
    definitions: 1,
    at: Date.UTC(2024, 0, 20),
    k: 2,
    repurchases: 'exclude',
    population: 'returning',
    flavor: 'standard',
    gains: 'binary',
    onError: 'throw',
    seed: 5,
    resamples: 1000,
    confidence: 0.95,
  })
})

test('long work reports progress and ends when the signal says so', async () => {
  const stages = new Set<string>()
  await evaluateAsync(answering(table), split, { onProgress: ({ stage }) => stages.add(stage) })
  expect([...stages]).toEqual(['recommend', 'bootstrap'])
  const controller = new AbortController()
  const onProgress = () => controller.abort(new Error('enough'))
  await expect(evaluateAsync(answering(table), split, { signal: controller.signal, onProgress })).rejects.toThrow(
    'enough',
  )
  await expect(evaluateAsync(answering(table), split, { k: 0 })).rejects.toThrow(
    'evaluate: k must be at least 1, got 0',
  )
})

test('any metrics are computed in one pass, also those that weigh money and popularity', () => {
  const metrics = ['auc', 'averageRank', 'revenue', 'novelty', 'averagePopularity', 'longTailShare'] as const
  const evaluation = evaluate(answering(table), split, { k: 2, metrics })
  // anna: candidates c d e, list d c, relevant c e. bert: candidates a b d e, list b a, relevant a.
  expect(means(evaluation.metrics)).toEqual({
    auc: expect.closeTo((0 + 2 / 3) / 2, 12),
    averageRank: expect.closeTo((2.5 + 2) / 2, 12),
    revenue: (1 + 2) / 2,
    novelty: expect.closeTo((2 + 1.5) / 2, 12),
    averagePopularity: (1 + 1.5) / 2,
    longTailShare: expect.closeTo((0.5 + 0) / 2, 12),
    coverage: 1,
  })
  expect(evaluation.perCustomer.columns.map(({ name }) => name)).toEqual(metrics)
})

test('diversity and serendipity are computed by the distance between products', () => {
  const places = new Map([['a', 0], ['b', 1], ['c', 3], ['d', 7]]) // prettier-ignore
  const distance = (a: Id, b: Id) => Math.abs(places.get(String(a))! - places.get(String(b))!)
  const metrics = ['intraListDiversity', 'serendipity', 'serendipityOverPopularity'] as const
  const model = answering([
    ['anna', ['c', 'd', 'e']],
    ['bert', ['a', 'b']],
  ])
  // The shop has never seen e: it is left out. Of two places c is the hit of anna, who had a and b; a that of bert, who had c.
  expect(means(evaluate(model, split, { k: 3, metrics, distance }).metrics)).toEqual({
    intraListDiversity: (4 + 1) / 2,
    serendipity: (5 / 4 + 3 / 2) / 2,
    // At the first place c is a quarter above its popularity, which is second of four; a, the most popular, is where it belongs.
    serendipityOverPopularity: expect.closeTo(0.25 / 3 / 2, 12),
    coverage: 1,
  })
  expect(() => evaluate(model, split, { metrics: ['serendipity'] })).toThrow(
    new TypeError('evaluate: distance must be a function for serendipity, got undefined'),
  )
})

test('a flavour gives the numbers of its library and refuses what the library lacks', () => {
  const options = { k: 10, flavor: 'implicit', metrics: ['precision'] } as const
  // Two hits of three relevant products in all.
  expect(evaluate(answering(table), split, options).metrics.precision.mean).toBeCloseTo(2 / 3, 12)
  expect(() => evaluate(answering(table), split, { flavor: 'implicit', metrics: ['recall'] })).toThrow(
    'evaluate: metrics[0] must be one of "precision", "map", "ndcg", "auc", got "recall"',
  )
})

test('graded gains are what the test lines add up to', () => {
  const { metrics } = evaluate(answering([['bert', ['a']]]), split, { k: 1, gains: 'lines', metrics: ['ndcg'] })
  expect(metrics.ndcg.mean).toBe(0.5)
  const refund = splitByTime(
    { ...shop(lines), amount: Float64Array.from(lines, (_, line) => (line === 5 ? -1 : 1)) },
    { at: '2024-01-20' },
  )
  expect(() => evaluate(answering(table), refund, { gains: 'amount' })).toThrow(
    'evaluate: gains of "anna" must be at least 0, got -1',
  )
})

test('a model that only scores is asked about every candidate; equal scores rank in the order of products', () => {
  const asked: string[] = []
  const model = {
    score: (customer: string, item: string) => {
      asked.push(customer + item)
      return item === 'b' ? undefined : item === 'd' ? 2 : 1
    },
  }
  const { lists } = evaluate(model, split, { k: 3 })
  expect(asked).toEqual(['annac', 'annad', 'annae', 'berta', 'bertb', 'bertd', 'berte'])
  const listed = Array.from(lists.positions, (position) => lists.products.ids[position])
  expect(listed).toEqual(['d', 'c', 'e', 'd', 'a', 'e'])
  expect(() => evaluate({ score: () => NaN }, split)).toThrow('evaluate: model.score("anna") must return a number')
})

test('candidates bound what may be recommended and what can be relevant', () => {
  const { relevantPairs, customers, protocol } = evaluate(answering(table), split, { candidates: ['c', 'd'], k: 5 })
  expect([relevantPairs, customers]).toEqual([1, 1])
  expect(protocol.candidates).toEqual(['c', 'd'])
  expect(() => evaluate(answering([['anna', ['e']]]), split, { candidates: ['c'] })).toThrow(
    'evaluate: model.recommend("anna")[0].item must be one of the candidates, got "e"',
  )
})

test('sampled candidates are the relevant products and as many others as asked for, with a warning', () => {
  const seen = new Map<string, readonly string[]>()
  const model = {
    recommend: (customer: string, { among }: { among?: readonly string[] }) => {
      seen.set(customer, among!)
      return []
    },
  }
  const { warnings } = evaluate(model, split, { negatives: 1, seed: 2 })
  expect(seen.get('anna')).toEqual(['c', 'd', 'e'])
  expect(seen.get('bert')!.length).toBe(2)
  expect(seen.get('bert')).toContain('a')
  expect(warnings).toMatchObject([{ kind: 'sampledNegatives', customers: 2 }])
})

test('a model that fails for one customer is judged by the others when asked to', () => {
  const model = {
    recommend: (customer: string, options: { n: number; includeSeen: boolean }) => {
      if (customer === 'anna') throw new Error('no')
      return answering(table).recommend(customer, options)
    },
  }
  const { failures, customers, perCustomer, metrics } = evaluate(model, split, { k: 2, onError: 'collect' })
  expect(failures).toMatchObject([{ customer: 'anna' }])
  expect([customers, perCustomer.index.ids, metrics.recall.mean]).toEqual([1, ['bert'], 1])
  expect(() => evaluate(model, split)).toThrow('evaluate: model.recommend("anna") must return a list, got "no"')
})

test('a split that is not one in time is judged, and what leaks is flagged', () => {
  const { train, test: later } = split
  const turned = evaluate(answering([['anna', ['b']], ['bert', ['c']]]), { train: later, test: train }) // prettier-ignore
  expect(turned.warnings).toMatchObject([{ kind: 'trainAfterTest' }])
  expect(turned.protocol).not.toHaveProperty('at')
  const same = evaluate(firstProducts(train), { train, test: train }, { repurchases: 'include' })
  expect(same.warnings[0]).toMatchObject({ kind: 'testInTrain', customers: 4, example: 'anna' })
})

test('a side without lines, without products or with strangers alone is named', () => {
  const { train, test: later, at } = split
  const nobody = 'evaluate: split must have returning customers with relevant products in the test period, got 0'
  expect(() => evaluate(answering(table), { train, test: shop([]), at })).toThrow(new RangeError(nobody))
  expect(() => evaluate(answering(table), { train: shop([]), test: later, at })).toThrow(nobody)
  expect(() => evaluate(answering(table), { train, test: shop([['zoe', 25, 'b']]), at })).toThrow(nobody)
  const { products: _, product: __, ...bare } = later
  expect(() => evaluate(answering(table), { train, test: bare, at })).toThrow(
    new TypeError('evaluate: split.test.product must be a column of the order log, got undefined'),
  )
})
