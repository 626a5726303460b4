import { checkInteger, typeError, type Id, type IdIndex } from '@clientele/core'
import type { GroupLimit } from './options.js'

/** A limit of groups, on positions. */
export interface Groups {
  readonly max: number
  /** The number of a product's group, from 1 on; 0 for a product that is not limited. */
  readonly groupAt: (position: number) => number
}

/**
 * Checks a limit of groups and makes it quick to ask: each product's group is read once, when it is first needed.
 * @param fn the calling function, named in errors
 */
export function groupsOf<P extends Id>(fn: string, limit: GroupLimit<P> | null, products: IdIndex<P>): Groups {
  const { max, group } = limit ?? {}
  checkInteger(fn, 'maxPerGroup.max', max, { min: 1 })
  if (typeof group !== 'function') throw typeError(fn, 'maxPerGroup.group', 'be a function', group)
  const numbers = new Map<Id, number>()
  const numberOf = (item: P): number => {
    const id = group(item)
    if (id === undefined || id === null || Number.isNaN(id)) return 0
    if (typeof id !== 'string' && typeof id !== 'number') {
      throw typeError(fn, 'maxPerGroup.group', 'give a string, a number or undefined', id)
    }
    const known = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, known)
    return known
  }
  /** One more than the number; 0 where it is not known yet. */
  const read = new Int32Array(products.ids.length)
  const groupAt = (position: number): number => {
    if (read[position] === 0) read[position] = numberOf(products.ids[position]!) + 1
    return read[position]! - 1
  }
  return { max, groupAt }
}
