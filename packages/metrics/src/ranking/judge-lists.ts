import { checkLength, compensatedSum } from '@clientele/core'
import type { JudgedList, RankingDefinition } from './ranking-definitions.js'

/** Lists as dense integers, and what was relevant: one element per user in each. */
export interface RankedLists {
  /** Every product is an integer in [0, products); in lists, higher ones are products that nobody knows. */
  readonly products: number
  /** Products recommended, best first. */
  readonly lists: readonly ArrayLike<number>[]
  /** Distinct relevant products, at least one. */
  readonly relevant: readonly ArrayLike<number>[]
  /** The gain of each relevant product, in the same order; 1 when missing. */
  readonly gains?: readonly ArrayLike<number>[]
  /** The money of each relevant product, in the same order; 0 when missing. */
  readonly amounts?: readonly ArrayLike<number>[]
  /** How many products could have been listed; 0 when missing. */
  readonly items?: ArrayLike<number>
}

/** One metric of every user. */
export interface JudgedColumn {
  /** The metric's name. */
  readonly name: RankingDefinition['name']
  /** The metric of each user. */
  readonly values: Float64Array
  /** How much each user weighs in the mean; all alike when missing. */
  readonly weights?: Float64Array
}

/**
 * Every metric of every user, in one pass over the lists: no object per recommendation.
 *
 * O(places + relevant products) a metric; memory O(users × metrics + products).
 */
export function judgeLists(
  { products, lists, relevant, gains, amounts, items }: RankedLists,
  definitions: readonly RankingDefinition[],
  k: number,
): JudgedColumn[] {
  const users = lists.length
  const columns = definitions.map(({ name, weight }) => ({
    name,
    values: new Float64Array(users),
    ...(weight && { weights: new Float64Array(users) }),
  }))
  const judge = reader(products, lists)
  for (let user = 0; user < users; user++) {
    const facts = { k, gains: gains?.[user], amounts: amounts?.[user], items: items?.[user] ?? 0 }
    const list = judge(lists[user]!, relevant[user]!, facts)
    definitions.forEach(({ of, weight }, d) => {
      columns[d]!.values[user] = of(list)
      if (weight) columns[d]!.weights![user] = weight(list)
    })
  }
  return columns
}

interface ListFacts {
  readonly k: number
  readonly gains: ArrayLike<number> | undefined
  readonly amounts: ArrayLike<number> | undefined
  readonly items: number
}

function longestOf(lists: readonly ArrayLike<number>[]): number {
  let longest = 0
  for (const { length } of lists) longest = Math.max(longest, length)
  return longest
}

/** Reads one user after the other into the same buffers; a judged list holds until the next is read. */
function reader(products: number, lists: readonly ArrayLike<number>[]) {
  const buffers = buffersByLength(longestOf(lists))
  // Product → where it stands among the relevant products of the user read last, counted on from user to user.
  const marks = new Float64Array(products).fill(-1)
  let first = 0
  return (list: ArrayLike<number>, relevant: ArrayLike<number>, facts: ListFacts): JudgedList => {
    const { hits, gains, amounts } = buffers(list.length)
    for (let i = 0; i < relevant.length; i++) marks[relevant[i]!] = first + i
    for (let place = 0; place < list.length; place++) {
      const at = (marks[list[place]!] ?? -1) - first
      hits[place] = at >= 0 ? 1 : 0
      gains[place] = at < 0 ? 0 : (facts.gains?.[at] ?? 1)
      amounts[place] = at < 0 ? 0 : (facts.amounts?.[at] ?? 0)
    }
    first += relevant.length
    return {
      k: facts.k,
      hits,
      gains,
      amounts,
      relevant: relevant.length,
      ideal: facts.gains,
      items: facts.items,
    }
  }
}

/** The beginnings of three buffers, each made once: most lists are of one length. */
function buffersByLength(longest: number) {
  const hits = new Uint8Array(longest)
  const gains = new Float64Array(longest)
  const amounts = new Float64Array(longest)
  const cut = (length: number) => ({
    hits: hits.subarray(0, length),
    gains: gains.subarray(0, length),
    amounts: amounts.subarray(0, length),
  })
  const made: (ReturnType<typeof cut> | undefined)[] = []
  return (length: number) => (made[length] ??= cut(length))
}

/** The mean over users of a column, each user weighed as the metric says; 0 when nobody weighs anything. */
export function meanOf({ values, weights }: Omit<JudgedColumn, 'name'>): number {
  if (weights === undefined) return values.length === 0 ? 0 : compensatedSum(values) / values.length
  checkLength('meanOf', 'weights', weights, values.length, 'user')
  const total = compensatedSum(weights)
  return total === 0 ? 0 : compensatedSum(values.map((value, user) => value * weights[user]!)) / total
}
