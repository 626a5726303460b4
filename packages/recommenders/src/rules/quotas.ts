import { checkNumber, rangeError, typeError, type Id, type IdIndex } from '@clientele/core'
import { knownPositions } from './known-positions.js'
import type { Quota } from './options.js'

/** A quota on positions. */
export interface QuotaPlaces {
  readonly tag: string
  /** How many places of the list are kept. */
  readonly places: number
  /** For which products: ascending, each once. */
  readonly positions: Int32Array
}

/** What a block of lists can tell apart as sources, less the models'. */
const MOST = 200
/** Shares that should add up to 1 may miss it by rounding. */
const ROUNDING = 1e-9

/**
 * Checks quotas and shares out the places of a list.
 * @param fn the calling function, named in errors
 * @param n length of the list
 */
export function quotasOf<P extends Id>(
  fn: string,
  quotas: readonly Quota<P>[],
  n: number,
  products: IdIndex<P>,
): QuotaPlaces[] {
  if (!Array.isArray(quotas)) throw typeError(fn, 'quotas', 'be an array of { tag, among, share }', quotas)
  if (quotas.length > MOST) throw rangeError(fn, 'quotas.length', `be at most ${MOST}`, quotas.length)
  const tags = new Set<string>()
  let shares = 0
  let placed = 0
  return quotas.map((quota: Quota<P> | null | undefined, i) => {
    const name = `quotas[${i}]`
    const { tag, share, among } = quota ?? {}
    if (typeof tag !== 'string') throw typeError(fn, `${name}.tag`, 'be a string', tag)
    if (tags.has(tag)) throw rangeError(fn, `${name}.tag`, 'be unlike the other tags', tag)
    tags.add(tag)
    checkNumber(fn, `${name}.share`, share, { min: 0, max: 1 })
    shares += share
    if (shares > 1 + ROUNDING) throw rangeError(fn, `quotas[0..${i}].share`, 'add up to at most 1', shares)
    const places = Math.min(n, Math.round(shares * n)) - placed
    placed += places
    return { tag, places, positions: knownPositions(fn, `${name}.among`, among!, products) }
  })
}
