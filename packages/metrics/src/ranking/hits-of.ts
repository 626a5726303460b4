import { rangeError, type Id } from '@clientele/core'

/**
 * Which places of a recommended list are hits: the form in which every ranking metric takes a list.
 *
 * O(list + relevant) time and memory.
 * @param list recommended products, best first
 * @param relevant the products that the customer turned out to want, in any order
 * @returns one number per place, 1 where the product is relevant and 0 where it is not
 * @throws RangeError when the list holds a product twice: it would count twice
 * @example hitsOf(['p-3', 'p-9', 'p-1'], ['p-1', 'p-3']) // Uint8Array [1, 0, 1]
 */
export function hitsOf(list: ArrayLike<Id>, relevant: Iterable<Id>): Uint8Array {
  const wanted = new Set(relevant)
  const listed = new Set<Id>()
  return Uint8Array.from(list, (product, place) => {
    if (listed.has(product)) throw rangeError('hitsOf', `list[${place}]`, 'not be in the list before', product)
    listed.add(product)
    return wanted.has(product) ? 1 : 0
  })
}
