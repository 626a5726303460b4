import { checkInteger, typeError, type Id, type IdIndex } from '@clientele/core'
import { groupsOf, type Groups } from './groups.js'
import { knownPositions } from './known-positions.js'
import type { RecommendOptions } from './options.js'
import { quotasOf, type QuotaPlaces } from './quotas.js'

/** The options of one call, checked and turned to positions. */
export interface Rules {
  readonly n: number
  readonly includeSeen: boolean
  /** Whether the rules allow a product, by position; absent when they allow every one. */
  readonly allows?: (position: number) => boolean
  /** Places kept for certain products; absent when there are none. */
  readonly quotas?: readonly QuotaPlaces[]
  /** How many products of a group are allowed together; absent without a limit. */
  readonly groups?: Groups
}

const REFUSED = 1
const ALLOWED = 2

/**
 * Checks the options of one call and makes them quick to ask.
 *
 * O(products) time and bytes when a rule is given, O(1) otherwise.
 * @param fn the calling function, named in errors
 */
export function rulesOf<P extends Id>(fn: string, options: RecommendOptions<P>, products: IdIndex<P>): Rules {
  const { n = 10, includeSeen = false, quotas, maxPerGroup } = options
  checkInteger(fn, 'n', n, { min: 1 })
  if (typeof includeSeen !== 'boolean') throw typeError(fn, 'includeSeen', 'be true or false', includeSeen)
  const allows = allowance(fn, options, products)
  const places = quotas === undefined ? [] : quotasOf(fn, quotas, n, products)
  return {
    n,
    includeSeen,
    ...(allows && { allows }),
    ...(places.length > 0 && { quotas: places }),
    ...(maxPerGroup !== undefined && { groups: groupsOf(fn, maxPerGroup, products) }),
  }
}

/** What may be in a list by itself, whatever else is in it; `undefined` when everything may. */
function allowance<P extends Id>(
  fn: string,
  { among, exclude, where }: RecommendOptions<P>,
  products: IdIndex<P>,
): Rules['allows'] | undefined {
  if (where !== undefined && typeof where !== 'function') throw typeError(fn, 'where', 'be a function', where)
  if (among === undefined && exclude === undefined && where === undefined) return undefined
  const verdicts = new Uint8Array(products.ids.length)
  if (among !== undefined) {
    verdicts.fill(REFUSED)
    for (const position of knownPositions(fn, 'among', among, products)) verdicts[position] = 0
  }
  const excluded = knownPositions(fn, 'exclude', exclude ?? [], products, { mayBeUnknown: true })
  for (const position of excluded) verdicts[position] = REFUSED
  return (position) => {
    if (verdicts[position] === 0) verdicts[position] = (where?.(products.ids[position]!) ?? true) ? ALLOWED : REFUSED
    return verdicts[position] === ALLOWED
  }
}
