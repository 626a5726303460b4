import type { Interactions } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Recommendation, Recommender, RecommendOptions } from '../src/index.js'
import type { Fit, Promises } from './contract.js'
import { checkerboard } from './fixtures.js'

const subset = fc.uniqueArray(fc.nat(8).map((p) => `p${p}`))

/** Quotas and limits of groups, of the products p0 to p8, as far as a model knows them. */
export const limits = fc
  .record(
    {
      quotas: fc.array(fc.record({ among: subset, share: fc.integer({ min: 0, max: 10 }) }), { maxLength: 3 }),
      groups: fc.record({ max: fc.integer({ min: 1, max: 3 }), size: fc.integer({ min: 1, max: 5 }) }),
    },
    { requiredKeys: [] },
  )
  .map(({ quotas, groups }) => (known: readonly string[]) => {
    const total = Math.max(10, quotas?.reduce((sum, { share }) => sum + share, 0) ?? 0)
    return {
      ...(quotas && {
        quotas: quotas.map(({ among, share }, i) => ({
          tag: `quota ${i}`,
          among: among.filter((item) => known.includes(item)),
          share: share / total,
        })),
      }),
      ...(groups && {
        // Products of the group 0 have none.
        maxPerGroup: { max: groups.max, group: (item: string) => Number(item.slice(1)) % groups.size || undefined },
      }),
    }
  })

const rules = fc.record(
  { n: fc.integer({ min: 1, max: 12 }), among: subset, exclude: subset, where: fc.func(fc.boolean()) },
  { requiredKeys: ['n'] },
)

/** What a model is asked for, and all that it would say of a customer if there were no rules but those of single products. */
interface Case {
  readonly options: RecommendOptions<string> & { readonly n: number }
  readonly candidates: readonly Recommendation<string>[]
  /** Products that the rules allow, whatever the model says of them. */
  readonly allowed: readonly string[]
  readonly list: readonly Recommendation<string>[]
}

/** Asks a model about each of its customers, under rules. */
function* cases(
  model: Recommender<string, string>,
  { n, among, exclude, where }: { n: number; among?: string[]; exclude?: string[]; where?: (item: string) => boolean },
  more: Partial<RecommendOptions<string>>,
): Generator<Case> {
  const known = among?.filter((item) => model.products.ids.includes(item))
  const given = { ...(known && { among: known }), ...(exclude && { exclude }), ...(where && { where }) }
  const options = { n, ...given, ...more }
  for (const customer of model.customers.ids) {
    const seen = new Set(model.history(customer)!.map(({ item }) => item))
    const isAllowed = (item: string) =>
      (known?.includes(item) ?? true) &&
      !exclude?.includes(item) &&
      (where?.(item) ?? true) &&
      (options.includeSeen === true || !seen.has(item))
    const whole = model.recommend(customer, { n: 100, includeSeen: true })
    yield {
      options,
      candidates: whole.filter(({ item }) => isAllowed(item)),
      allowed: model.products.ids.filter(isAllowed),
      list: model.recommend(customer, options),
    }
  }
}

/** The list as its definition says: the quotas' places one after the other, then the others, then all in order. */
function listByDefinition({ candidates, options: { n, quotas = [], maxPerGroup } }: Case): Recommendation<string>[] {
  const taken = new Map<Recommendation<string>, string>()
  const fits = ({ item }: Recommendation<string>) => {
    const group = maxPerGroup?.group(item)
    const others = [...taken.keys()].filter((other) => maxPerGroup?.group(other.item) === group)
    return group === undefined || others.length < maxPerGroup!.max
  }
  const take = (places: number, isMeant: (item: string) => boolean, tag?: string) => {
    for (const one of candidates) {
      if (places === 0) return
      if (taken.has(one) || !isMeant(one.item) || !fits(one)) continue
      taken.set(one, tag ?? one.source)
      places--
    }
  }
  let [shares, placed] = [0, 0]
  for (const { tag, among, share } of quotas) {
    shares += share
    const places = Math.min(n, Math.round(shares * n)) - placed
    placed += places
    take(places, (item) => new Set(among).has(item), tag)
  }
  take(n - taken.size, () => true)
  return candidates.filter((one) => taken.has(one)).map((one) => ({ ...one, source: taken.get(one)! }))
}

/** The most products that a list could have: every set of the candidates is looked at. */
function longest({ candidates, options: { n, maxPerGroup } }: Case): number {
  const groups = candidates.map(({ item }) => maxPerGroup?.group(item))
  let most = 0
  for (let set = 0; set < 2 ** candidates.length; set++) {
    const chosen = groups.filter((_, i) => (set >> i) & 1)
    const isAllowed = chosen.every(
      (group) => group === undefined || chosen.filter((other) => other === group).length <= maxPerGroup!.max,
    )
    if (isAllowed) most = Math.max(most, Math.min(n, chosen.length))
  }
  return most
}

/** What rules and their options promise, whatever the model. */
export function obeysRules(
  fit: Fit,
  shops: fc.Arbitrary<Interactions<string, string>>,
  { fillsUp }: Pick<Promises, 'fillsUp'>,
): void {
  test('a list under rules is the whole list without what the rules refuse, cut to n', () => {
    fc.assert(
      fc.property(shops, rules, fc.boolean(), (shop, given, includeSeen) => {
        for (const { list, candidates, allowed, options } of cases(fit(shop), given, { includeSeen })) {
          expect(list).toEqual(candidates.slice(0, options.n))
          if (fillsUp) expect(list).toHaveLength(Math.min(options.n, allowed.length))
        }
      }),
      { numRuns: 40 },
    )
  })

  test('under quotas and limits of groups a list is what its definition says, and none could be longer', () => {
    fc.assert(
      fc.property(shops, rules, fc.boolean(), limits, (shop, given, includeSeen, limitsOf) => {
        const model = fit(shop)
        for (const one of cases(model, given, { includeSeen, ...limitsOf(model.products.ids) })) {
          expect(one.list).toEqual(listByDefinition(one))
          expect(one.list).toHaveLength(longest(one))
        }
      }),
      { numRuns: 30 },
    )
  })

  test('a rule may ask the model itself', () => {
    const model = fit(checkerboard(10))
    const options = { n: 10, includeSeen: true }
    const likedByOthers = () => new Set(model.recommend('c0', options).map(({ item }) => item))
    const others = likedByOthers()
    const expected = model.recommend('c1', { ...options, where: (item) => !others.has(item) })
    expect(model.recommend('c1', { ...options, where: (item) => !likedByOthers().has(item) })).toEqual(expected)
  })

  test('lists of rules may be sets, and excluding what nobody knows changes nothing', () => {
    const model = fit(checkerboard(10))
    expect(model.recommend('c0', { among: new Set(['p0']) })).toEqual(model.recommend('c0', { among: ['p0'] }))
    expect(model.recommend('c0', { exclude: ['nothing'] })).toEqual(model.recommend('c0'))
    expect(model.recommend('c0', { among: [] })).toEqual([])
  })

  test('bad options are errors that name themselves', () => {
    const model = fit(checkerboard(4))
    expect(() => model.recommend('c0', { n: 0 })).toThrow(new RangeError('recommend: n must be at least 1, got 0'))
    expect(() => model.recommend('nobody', { n: -1 })).toThrow('recommend: n must be at least 1, got -1')
    expect(() => model.recommendFor([], { n: 1.5 })).toThrow('recommendFor: n must be an integer, got 1.5')
    expect(() => model.recommendAll({ n: 0 })).toThrow('recommendAll: n must be at least 1, got 0')
    expect(() => model.recommend('c0', { among: ['x', 'y'] })).toThrow(
      new RangeError('recommend: among must name at least one item that the model knows, got "x"'),
    )
    expect(() => model.recommend('c0', { quotas: [{ tag: 'new', among: ['x'], share: 0.5 }] })).toThrow(
      'recommend: quotas[0].among must name at least one item that the model knows, got "x"',
    )
    expect(() => model.recommendAll({ quotas: [{ tag: 'new', among: ['p1'], share: 1.2 }] })).toThrow(
      new RangeError('recommendAll: quotas[0].share must be between 0 and 1, got 1.2'),
    )
    expect(() => model.recommendFor([], { maxPerGroup: { max: 0, group: () => 1 } })).toThrow(
      'recommendFor: maxPerGroup.max must be at least 1, got 0',
    )
    expect(() => model.recommend('c0', { exclude: 'p1' as any })).toThrow(
      new TypeError('recommend: exclude must be an array or a Set of items, got "p1"'),
    )
    expect(() => model.recommendFor([{ item: 'p1', value: NaN }])).toThrow('history[0].value must be finite, got NaN')
  })
}
