import type { Rules } from '../rules/rules.js'
import { Choices, DEEPER, type Choice } from '../tiers/choices.js'

/** The best products of somebody, best first. */
export interface BestProducts {
  readonly positions: Int32Array
  readonly scores: Float64Array
}

/** Of how many lists a kernel can be told by the bits of a byte which products they leave out. */
const MOST_LISTS = 8

/**
 * What has to be known of each customer for their list under rules: the best products of each quota, and the best of all. Where no
 * quota and no limit of groups is given, the best of all are the list.
 */
export interface ListPlan {
  /** How many lists there are: one for each quota, in their order, and that of all products last. */
  readonly lists: number
  /** Length of each. */
  readonly depth: number
  /** Per product: bit p is set where it may not be in list p. */
  readonly refused: Uint8Array
}

/** Plans what has to be known under rules; `undefined` where the rules need more lists than can be told apart. O(products). */
export function planOf({ n, allows, quotas = [], groups }: Rules, products: number): ListPlan | undefined {
  if (quotas.length >= MOST_LISTS) return undefined
  const refused = new Uint8Array(products).fill(2 ** quotas.length - 1)
  quotas.forEach(({ positions }, list) => {
    for (const position of positions) refused[position]! &= ~(1 << list)
  })
  for (let position = 0; position < products; position++) if (allows?.(position) === false) refused[position] = 255
  return { lists: quotas.length + 1, depth: Math.min(products, groups === undefined ? n : DEEPER * n), refused }
}

/**
 * The list that rules make of the best products: the same as `listOf` makes of scores of one tier. `undefined` where a list of
 * best products ends before enough have been found that fit.
 * @param best the best of each list of the plan
 */
export function ruledList(
  { n, quotas = [], groups }: Rules,
  { depth }: ListPlan,
  source: string,
  best: readonly BestProducts[],
): Choice[] | undefined {
  const choices = new Choices(groups)
  const taken = new Set<number>()
  for (const [list, { positions, scores }] of best.entries()) {
    const quota = quotas[list]
    const until = quota === undefined ? n : taken.size + quota.places
    for (let rank = 0; rank < positions.length && taken.size < until; rank++) {
      const position = positions[rank]!
      const choice = { position, score: scores[rank]!, source: quota?.tag ?? source, tier: 0 }
      if (!taken.has(position) && choices.take(choice)) taken.add(position)
    }
    if (taken.size < until && positions.length === depth) return undefined
  }
  return choices.inOrder()
}
