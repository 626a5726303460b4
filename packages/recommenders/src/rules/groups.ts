import { checkInteger, typeError, type Id, type IdIndex } from '@clientele/core'
import { GroupNumbers } from '../group-numbers.js'
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
  const numbers = new GroupNumbers(fn, 'maxPerGroup.group')
  /** One more than the number; 0 where it is not known yet. */
  const read = new Int32Array(products.ids.length)
  const groupAt = (position: number): number => {
    if (read[position] === 0) read[position] = numbers.numberOf(group(products.ids[position]!)) + 1
    return read[position]! - 1
  }
  return { max, groupAt }
}
