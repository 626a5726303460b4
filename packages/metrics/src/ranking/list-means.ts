import { checkIndices, checkInteger, checkList, compensatedSum, rangeError } from '@clientele/core'

/** Positions of products in one list per user, best first. */
export type PositionLists = readonly ArrayLike<number>[]

/** A property of every list, and its mean over users. */
export interface ListValues {
  /** The mean over all users; 0 when there is none. */
  readonly mean: number
  /** One number per list; 0 for an empty list. */
  readonly values: Float64Array
}

/**
 * The mean of a number per place over each list, and its mean over lists.
 * @throws RangeError when a position is not below `products`, or stands in a list twice
 */
export function meanPerList(
  fn: string,
  lists: PositionLists,
  products: number,
  of: (product: number, user: number) => number,
): ListValues {
  checkLists(fn, lists, products)
  return listValues(lists, (list, user) => {
    let sum = 0
    for (let place = 0; place < list.length; place++) sum += of(list[place]!, user)
    return list.length === 0 ? 0 : sum / list.length
  })
}

/** A number per list, and its mean over lists. */
export function listValues(lists: PositionLists, of: (list: ArrayLike<number>, user: number) => number): ListValues {
  const values = Float64Array.from(lists, of)
  return { mean: values.length === 0 ? 0 : compensatedSum(values) / values.length, values }
}

/**
 * Throws unless all lists hold distinct positions below `products`. O(places + products).
 * @throws RangeError that names the place
 */
export function checkLists(fn: string, lists: PositionLists, products: number): void {
  checkInteger(fn, 'products', products, { min: 0 })
  checkList(fn, 'lists', lists)
  const last = new Int32Array(products).fill(-1)
  Array.from(lists).forEach((list, user) => {
    checkIndices(fn, `lists[${user}]`, list, products)
    for (let place = 0; place < list.length; place++) {
      const product = list[place]!
      if (last[product] === user) throw rangeError(fn, `lists[${user}][${place}]`, 'not be in the list before', product)
      last[product] = user
    }
  })
}
