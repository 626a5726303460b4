import { positionOf, rangeError, typeError, type Id, type IdIndex } from '@clientele/core'
import type { ItemList } from './options.js'

/**
 * The positions of the products that a rule lists, ascending, each once. O(products listed).
 *
 * A list of which no product is known is a mistake (numbers given for texts, say), unless it only excludes.
 * @param fn the calling function, named in errors
 * @param name what the rule is called
 */
export function knownPositions(
  fn: string,
  name: string,
  items: ItemList,
  products: IdIndex,
  { mayBeUnknown = false } = {},
): Int32Array {
  const isList = Array.isArray(items) || items instanceof Set
  if (!isList) throw typeError(fn, name, 'be an array or a Set of items', items)
  const known = new Set<number>()
  let first: Id | undefined
  for (const item of items as ItemList) {
    first ??= item
    const position = positionOf(products, item)
    if (position >= 0) known.add(position)
  }
  if (!mayBeUnknown && known.size === 0 && first !== undefined) {
    throw rangeError(fn, name, 'name at least one item that the model knows', first)
  }
  return Int32Array.from(known).sort()
}
