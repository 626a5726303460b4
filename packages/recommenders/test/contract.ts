import type { PooledOptions } from '@clientele/compute'
import { bulkListsOf, run, type Id, type Interactions } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Explanation, HistoryItem, Recommendation, RecommendationBlock, Recommender } from '../src/index.js'
import { answersBadInput } from './contract-bad-input.js'
import { limits, obeysRules } from './contract-rules.js'
import { checkerboard, interactionsFrom, smallInteractions } from './fixtures.js'

export type Fit = <C extends Id, P extends Id>(interactions: Interactions<C, P>) => Recommender<C, P>
type FitAsync = <C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  pooled: PooledOptions,
) => Promise<Recommender<C, P>>

/** What is promised of a recommender beyond what all of them promise. */
export interface Promises {
  /** Lists follow from the customer's history: the checkerboard's missing field is found. */
  readonly personal: boolean
  /** Every list has `n` products whenever the rules allow `n`. */
  readonly fillsUp: boolean
  /** A customer nobody knows is answered as somebody without a history. */
  readonly answersStrangers: boolean
  /** May have nothing to say of data as small and as uniform as the examples. */
  readonly silentOnFew?: true
  /** Scores that are equal on paper may differ in their last digits: products that the same customers have come in any order. */
  readonly rounds?: true
  /** Answers depend on who a customer is, so that somebody else with the same history has others. */
  readonly knowsCustomers?: true
  /** A dislike may raise a score: it makes a customer like others, it is a low rating, or another model's score takes over. */
  readonly dislikesCompare?: true
  /** Products of one source may have scores of more than one model. */
  readonly mixesScores?: true
  /** The least value that interactions may hold; default -2. */
  readonly lowest?: number
  readonly fitAsync?: FitAsync
  /** Makes the model again of what its `save` gave. */
  readonly load?: <C extends Id, P extends Id>(bytes: Uint8Array) => Recommender<C, P>
}

/** What every model and every combination of models keeps to; `fit` makes the one to be tested. */
export function recommenderContract(name: string, fit: Fit, promises: Promises): void {
  const shops = smallInteractions(promises.lowest ?? -2)
  describe(`${name} is a recommender`, () => {
    knowsItsWay(fit, promises)
    keepsScoresAndListsTogether(fit, shops, promises)
    obeysRules(fit, shops, promises)
    staysAsItIs(fit, shops, promises)
    survivesItsFile(fit, shops, promises)
    answersBadInput(fit, promises)
  })
}

function knowsItsWay(fit: Fit, { personal, fillsUp, answersStrangers, silentOnFew, rounds }: Promises): void {
  const board = checkerboard(10)
  const model = fit(board)

  if (personal) {
    test('the missing field of a checkerboard comes first', () => {
      for (let c = 0; c < 10; c++) expect(model.recommend(`c${c}`, { n: 1 })[0]?.item).toBe(`p${c}`)
    })
  }

  test('an unknown customer has no list, score or history, unless strangers are answered', () => {
    expect(model.history('nobody')).toBeUndefined()
    expect(model.recommend('nobody', { n: 3 })).toHaveLength(answersStrangers ? 3 : 0)
    if (answersStrangers) return
    expect(model.score('nobody', 'p1')).toBeUndefined()
    expect(model.explain('nobody', 'p1')).toBeUndefined()
    expect(model.scoreAll('nobody')).toBeUndefined()
  })

  test('an unknown product has no score and no explanation, and says nothing in a history', () => {
    expect(model.score('c0', 'nothing')).toBeUndefined()
    expect(model.explain('c0', 'nothing')).toBeUndefined()
    expect(model.scoreFor([{ item: 'p1' }], 'nothing')).toBeUndefined()
    expect(model.explainFor([{ item: 'p1' }], 'nothing')).toBeUndefined()
    expect(model.recommendFor([{ item: 'nothing' }, { item: 'p1' }])).toEqual(model.recommendFor([{ item: 'p1' }]))
  })

  test('a list longer than the catalogue holds what there is, each product once', () => {
    const items = model.recommend('c0', { n: 1000, includeSeen: true }).map(({ item }) => item)
    expect(new Set(items).size).toBe(items.length)
    if (fillsUp) expect(items).toHaveLength(10)
  })

  test('__proto__ is an id like any other', () => {
    const odd = fit(
      interactionsFrom([
        ['__proto__', 'a'],
        ['__proto__', 'constructor'],
        ['toString', 'a'],
        ['toString', '__proto__'],
        ['toString', 'constructor'],
      ]),
    )
    if (silentOnFew !== true) expect(odd.recommend('__proto__').map(({ item }) => item)).toEqual(['__proto__'])
    expect(odd.score('__proto__', '__proto__')).toBeTypeOf('number')
    expect(odd.scoreFor([{ item: '__proto__' }], 'constructor')).toBeTypeOf('number')
    const alike = ['a', ...(rounds === true ? ['constructor'] : [])]
    if (silentOnFew !== true) expect(alike).toContain(odd.recommendFor([{ item: '__proto__' }], { n: 1 })[0]?.item)
  })

  test('numbers are ids too', () => {
    const numbered = fit(
      interactionsFrom([
        [7, 1],
        [7, 2],
        [8, 1],
        [8, 2],
        [8, 3],
      ] as [number, number][]),
    )
    expect(numbered.score(7, 3)).toBeTypeOf('number')
    if (silentOnFew !== true) expect(numbered.recommend(7, { n: 1 })[0]?.item).toBe(3)
  })
}

/** What a model says of one customer, and of a stranger with the same history. */
interface Listed {
  readonly customer: string
  readonly history: readonly HistoryItem<string>[]
  readonly list: readonly Recommendation<string>[]
  readonly again: readonly Recommendation<string>[]
}

/** How far the parts of an explanation, or their shares, are from what they should add up to; 0 for within 1e-9. */
function unexplained({ score, parts, cannotExplain }: Explanation<string>): number {
  if (cannotExplain !== undefined) return cannotExplain === '' || parts.length > 0 ? Infinity : 0
  const size = parts.reduce((total, { contribution }) => Math.max(total, Math.abs(contribution)), 1)
  const missing = Math.abs(parts.reduce((total, { contribution }) => total + contribution, -score))
  const shares = parts.reduce((total, { share }) => total + share, score === 0 ? 0 : -1)
  if (missing > 1e-9 * size) return missing
  return Math.abs(shares * score) > 1e-9 * size ? shares : 0
}

/** Everything a model says of one customer, whose history also stands in for a stranger with the same one. */
function* listsOf<C extends Id, P extends Id>(model: Recommender<C, P>) {
  for (const customer of model.customers.ids) {
    const history = model.history(customer)!
    for (const includeSeen of [false, true]) {
      const options = { n: 100, includeSeen }
      yield { customer, history, list: model.recommend(customer, options), again: model.recommendFor(history, options) }
    }
  }
}

function keepsScoresAndListsTogether(
  fit: Fit,
  shops: fc.Arbitrary<Interactions<string, string>>,
  { mixesScores, knowsCustomers, dislikesCompare }: Promises,
): void {
  const forEveryList = (check: (model: Recommender<string, string>, one: Listed) => void) =>
    fc.assert(
      fc.property(shops, (shop) => {
        const model = fit(shop)
        for (const one of listsOf(model)) check(model, one)
      }),
      { numRuns: 25 },
    )

  test('the score of a recommendation is the score of the product', () => {
    forEveryList((model, { customer, history, list, again }) => {
      const { ids } = model.products
      expect(list.map(({ item }) => model.score(customer, item))).toEqual(list.map(({ score }) => score))
      expect(again.map(({ item }) => model.scoreFor(history, item))).toEqual(again.map(({ score }) => score))
      expect(Array.from(model.scoreAll(customer)!)).toEqual(ids.map((item) => model.score(customer, item)))
      expect(Array.from(model.scoreAllFor(history))).toEqual(ids.map((item) => model.scoreFor(history, item)))
    })
  })

  test('scores are finite, of what is recommended and of all products', () => {
    forEveryList((model, { customer, history, list, again }) => {
      for (const scores of [
        list.map(({ score }) => score),
        again.map(({ score }) => score),
        model.scoreAll(customer)!,
        model.scoreAllFor(history),
      ]) {
        expect(scores.every(Number.isFinite)).toBe(true)
      }
    })
  })

  if (mixesScores !== true) {
    test('scores fall within a source; equal ones rank by the lower index', () => {
      forEveryList((model, { list }) => {
        const ids = model.products.ids
        const outOfOrder = list.filter(({ item, score, source }, i) => {
          const before = list[i - 1]
          if (before?.source !== source) return false
          return before.score === score ? ids.indexOf(before.item) > ids.indexOf(item) : before.score < score
        })
        expect(outOfOrder).toEqual([])
      })
    })
  }

  test('the parts of an explanation add up to the score, their shares to 1', () => {
    forEveryList((model, { customer, history, list, again }) => {
      const brief = ({ item, score, source }: Explanation<string>) => ({ item, score, source })
      expect(list.map(({ item }) => brief(model.explain(customer, item)!))).toEqual(list)
      expect(again.map(({ item }) => brief(model.explainFor(history, item)!))).toEqual(again)
      for (const item of model.products.ids) {
        for (const explanation of [model.explain(customer, item)!, model.explainFor(history, item)!]) {
          expect(unexplained(explanation)).toBe(0)
        }
      }
    })
  })

  test('a history gives its list in whatever order it comes, that of the customer who has it', () => {
    fc.assert(
      fc.property(shops, (shop) => {
        const model = fit(shop)
        for (const { history, list, again, customer } of listsOf(model)) {
          expect(model.recommendFor([...history].reverse(), { n: 100 })).toEqual(
            model.recommendFor(history, { n: 100 }),
          )
          if (knowsCustomers) continue
          expect(again).toEqual(list)
          expect(model.scoreAllFor(history)).toEqual(model.scoreAll(customer))
          const explained = (item: string) => model.explain(customer, item)
          const { ids } = model.products
          expect(ids.map((item) => model.explainFor(history, item))).toEqual(ids.map(explained))
        }
      }),
      { numRuns: 20 },
    )
  })

  if (dislikesCompare !== true) {
    test('a dislike in a history raises no score', () => {
      fc.assert(
        fc.property(shops, fc.nat(8), fc.constantFrom(-1, -0.25), (shop, p, value) => {
          const model = fit(shop)
          for (const { history } of listsOf(model)) {
            if (history.some(({ item }) => item === `p${p}`)) continue
            const before = model.scoreAllFor(history)
            const after = model.scoreAllFor([...history, { item: `p${p}`, value }])
            expect(after.filter((score, i) => score > before[i]! + 1e-12)).toHaveLength(0)
          }
        }),
        { numRuns: 20 },
      )
    })
  }

  test('recommendAll gives every customer their list, few or many', () => {
    fc.assert(
      fc.property(shops, fc.boolean(), limits, (shop, includeSeen, limitsOf) => {
        const model = fit(shop)
        const { ids } = model.customers
        const rules = { n: 4, includeSeen, exclude: ['p4'], where: (item: string) => item !== 'p5' }
        const options = { ...rules, ...limitsOf(model.products.ids) }
        const listsOf = (chosen: readonly string[]) => chosen.map((customer) => model.recommend(customer, options))
        expect(listsIn(model, [...model.recommendAll(options)])).toEqual(listsOf(ids))
        const many = Array.from({ length: 40 }, (_, i) => ids[(i * 3) % ids.length]!)
        expect(listsIn(model, [...model.recommendAll({ ...options, customers: many })])).toEqual(listsOf(many))
      }),
      { numRuns: 20 },
    )
  })

  test('whoever evaluates the model is given the same lists in bulk', () => {
    const model = fit(checkerboard(40))
    const customers = [...model.customers.ids, 'nobody']
    const bulk = bulkListsOf<string>(model)!
    expect(bulk.products).toBe(model.products)
    for (const includeSeen of [true, false]) {
      const lists: string[][] = []
      const steps = bulk.steps(customers, { n: 4, includeSeen }, ({ offsets, items }) => {
        const itemsOf = (end: number, r: number) =>
          Array.from(items.subarray(offsets[r], end), (at) => model.products.ids[at]!)
        lists.push(...Array.from(offsets.subarray(1), itemsOf))
      })
      run(steps)
      const options = { n: 4, includeSeen }
      expect(lists).toEqual(customers.map((each) => model.recommend(each, options).map(({ item }) => item)))
    }
    expect(bulkListsOf({ ...model, recommend: () => [] })).toBeUndefined()
  })

  test('recommendAllAsync gives the same blocks on workers', async () => {
    const model = fit(checkerboard(40))
    const plain = { n: 4, exclude: ['p4'], customers: [...model.customers.ids, 'nobody'] }
    const quotas = [{ tag: 'q', among: ['p6', 'p7', 'p8'], share: 0.5 }]
    const group = (item: string) => (item === 'p6' ? undefined : Number(item.slice(1)) % 3)
    for (const options of [plain, { ...plain, quotas }, { ...plain, quotas, maxPerGroup: { max: 1, group } }]) {
      for (const workers of [1, 2, 3]) {
        const blocks = []
        for await (const block of model.recommendAllAsync({ ...options, workers })) blocks.push(block)
        expect(blocks).toEqual([...model.recommendAll(options)])
      }
    }
    expect(() => model.recommendAllAsync({ n: 0 })).toThrow('recommendAllAsync: n must be at least 1, got 0')
  })
}

/** The lists that blocks hold. */
function listsIn<P extends Id>(
  { products }: Recommender<Id, P>,
  blocks: readonly RecommendationBlock[],
): Recommendation<P>[][] {
  return blocks.flatMap(({ offsets, items, scores, sources, sourceNames }) =>
    Array.from(offsets.subarray(1), (end, r) =>
      Array.from(items.subarray(offsets[r], end), (position, rank) => ({
        item: products.ids[position]!,
        score: scores[offsets[r]! + rank]!,
        source: sourceNames[sources[offsets[r]! + rank]!]!,
      })),
    ),
  )
}

function survivesItsFile(fit: Fit, shops: fc.Arbitrary<Interactions<string, string>>, { load }: Promises): void {
  if (load === undefined) return

  test('a saved model gives the same answers and the same file', () => {
    fc.assert(
      fc.property(shops, (shop) => {
        const model = fit(shop)
        const bytes = model.save()
        const copy = bytes.slice()
        const loaded = load<string, string>(bytes)
        expect([...listsOf(loaded)]).toEqual([...listsOf(model)])
        for (const customer of model.customers.ids) {
          const explained = ({ explain }: typeof model) => model.products.ids.map((item) => explain(customer, item))
          expect(explained(loaded)).toEqual(explained(model))
        }
        expect(loaded.save()).toEqual(copy)
        bytes.fill(0)
        expect(loaded.save()).toEqual(copy)
      }),
      { numRuns: 20 },
    )
  })

  test('a damaged file is refused with the reason', () => {
    const bytes = fit(checkerboard(6)).save()
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = bytes.slice()
        damaged[at]! ^= flip
        expect(() => load(damaged)).toThrow(/^load\w+: bytes/)
        expect(() => load(bytes.subarray(0, at))).toThrow(/^load\w+: bytes/)
      }),
      { numRuns: 100 },
    )
  })
}

function staysAsItIs(fit: Fit, shops: fc.Arbitrary<Interactions<string, string>>, { fitAsync }: Promises): void {
  const everything = (model: Recommender<string, string>) => [...listsOf(model)].map(({ list, again }) => [list, again])

  test('the same interactions give the same model, bit for bit, and stay unchanged', () => {
    fc.assert(
      fc.property(shops, (shop) => {
        const before = structuredClone(shop)
        const answers = everything(fit(shop))
        expect(shop).toEqual(before)
        expect(everything(fit(before))).toEqual(answers)
      }),
      { numRuns: 20 },
    )
  })

  test('histories and options stay as they were', () => {
    const model = fit(checkerboard(8))
    const history = Object.freeze([Object.freeze({ item: 'p3', value: 2 }), Object.freeze({ item: 'p1' })])
    const options = {
      among: new Set(['p0', 'p2', 'p5']),
      exclude: Object.freeze(['p2']),
      quotas: Object.freeze([Object.freeze({ tag: 'q', among: Object.freeze(['p5', 'p0']), share: 0.5 })]),
      maxPerGroup: Object.freeze({ max: 1, group: () => 'x' }),
    }
    const before = structuredClone({ among: options.among, history })
    model.recommendFor(history, Object.freeze(options))
    model.recommend('c1', options)
    expect({ among: options.among, history }).toEqual(before)
  })

  test('a later answer does not overwrite an earlier one', () => {
    const model = fit(checkerboard(8))
    const first = model.recommend('c0')
    const blocks = [...model.recommendAll({ n: 2 })]
    const copies = structuredClone({ first, blocks })
    model.recommend('c1')
    Array.from(model.recommendAll({ n: 3 }))
    expect({ first, blocks }).toEqual(copies)
  })

  if (fitAsync !== undefined) {
    test('any number of workers fits the same model, bit for bit, and says how far it is', async () => {
      const board = checkerboard(40)
      const expected = fit(board)
      for (const workers of [1, 2, 3]) {
        const reports: number[] = []
        const model = await fitAsync(board, { workers, onProgress: ({ done, total }) => reports.push(done / total) })
        expect(model.save()).toEqual(expected.save())
        expect(everything(model)).toEqual(everything(expected))
        expect(reports.every((share) => share >= 0 && share <= 1)).toBe(true)
      }
      const aborted = fitAsync(board, { signal: AbortSignal.abort(new Error('enough')) })
      await expect(aborted).rejects.toThrow('enough')
    })
  }
}
