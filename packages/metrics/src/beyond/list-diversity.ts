import { checkLength, checkNumber, dense, rangeError, type DenseInput } from '@clientele/core'
import { checkLists, listValues, type ListValues, type PositionLists } from '../ranking/list-means.js'

/** How different two products are, from their positions: symmetric, at least 0. */
export type ProductDistance = (a: number, b: number) => number

/** Which products, and how different they are. */
export interface DistanceOptions {
  /** How many products there are; lists hold positions below it. */
  readonly products: number
  /** How different two products are; see {@link cosineDistance} and {@link hammingDistance}. */
  readonly distance: ProductDistance
}

/**
 * Intra-list diversity: the mean distance between two products of a list. 0 for a list of one product or none.
 *
 * O(users × k²) distances.
 * @param lists positions of products, one list per user
 * @throws RangeError when a distance is negative or not finite, or a list is not of distinct products
 * @see Ziegler, McNee, Konstan, Lausen (2005), "Improving Recommendation Lists Through Topic Diversification", WWW
 * @example intraListDiversity([[0, 1]], { products: 2, distance: hammingDistance([[1, 0], [0, 0]]) }).mean // 1
 */
export function intraListDiversity(lists: PositionLists, { products, distance }: DistanceOptions): ListValues {
  checkLists('intraListDiversity', lists, products)
  return listValues(lists, (list) => {
    let sum = 0
    for (let a = 1; a < list.length; a++) {
      for (let b = 0; b < a; b++) sum += checked('intraListDiversity', distance, list[a]!, list[b]!)
    }
    return list.length < 2 ? 0 : sum / ((list.length * (list.length - 1)) / 2)
  })
}

/** What is relevant to each user and what they had. */
export interface SerendipityOptions extends DistanceOptions {
  /** One collection of relevant positions per list. */
  readonly relevant: PositionLists
  /** One collection of positions per list: what the user had in the train period. */
  readonly history: PositionLists
}

/**
 * Serendipity: the mean over the places of a list of how far each relevant product is from what the user had; a place
 * that is no hit counts 0. High only for products that are both wanted and unlike the known.
 *
 * O(places × history) distances. A user without a history is surprised by nothing: 0.
 * @throws RangeError when lengths differ, a distance is negative or not finite, or a list is not of distinct products
 * @see Zhang, Séaghdha, Quercia, Jambor (2012), "Auralist: Introducing Serendipity into Music Recommendation", WSDM
 * @example
 * const distance = hammingDistance([[0, 0], [1, 1]])
 * serendipity([[1]], { products: 2, distance, relevant: [[1]], history: [[0]] }).mean // 2
 */
export function serendipity(
  lists: PositionLists,
  { products, distance, relevant, history }: SerendipityOptions,
): ListValues {
  checkLists('serendipity', lists, products)
  checkLength('serendipity', 'relevant', relevant, lists.length, 'list')
  checkLength('serendipity', 'history', history, lists.length, 'list')
  return listValues(lists, (list, user) => {
    const wanted = new Set(Array.from(relevant[user]!))
    const had = history[user]!
    let sum = 0
    for (let place = 0; place < list.length; place++) {
      if (!wanted.has(list[place]!)) continue
      for (let i = 0; i < had.length; i++) sum += checked('serendipity', distance, list[place]!, had[i]!)
    }
    return list.length === 0 || had.length === 0 ? 0 : sum / (list.length * had.length)
  })
}

function checked(fn: string, distance: ProductDistance, a: number, b: number): number {
  const value = distance(a, b)
  if (!(value >= 0 && value < Infinity)) {
    checkNumber(fn, `distance(${a}, ${b})`, value)
    throw rangeError(fn, `distance(${a}, ${b})`, 'be at least 0', value)
  }
  return value
}

/**
 * The number of features in which two products differ, as a distance for {@link intraListDiversity}.
 * @param features one row per product
 * @example hammingDistance([[1, 0], [1, 1]])(0, 1) // 1
 */
export function hammingDistance(features: DenseInput): ProductDistance {
  const { values, columns } = dense(features, 'hammingDistance', 'features')
  return (a, b) => {
    let differing = 0
    for (let c = 0; c < columns; c++) if (values[a * columns + c] !== values[b * columns + c]) differing++
    return differing
  }
}

/**
 * One less the cosine of two products' features, as a distance for {@link intraListDiversity}: 0 for the same direction,
 * 1 for nothing in common. A product without features is at distance 1 from all others.
 *
 * With one column per customer, 1 where they bought the product, it is the distance by co-occurrence.
 * @param features one row per product
 * @example cosineDistance([[1, 0], [1, 1]])(0, 1) // 1 - 1 / √2
 */
export function cosineDistance(features: DenseInput): ProductDistance {
  const { values, columns, rows } = dense(features, 'cosineDistance', 'features')
  const dot = (a: number, b: number) => {
    let sum = 0
    for (let c = 0; c < columns; c++) sum += values[a * columns + c]! * values[b * columns + c]!
    return sum
  }
  const norms = Float64Array.from({ length: rows }, (_, row) => Math.sqrt(dot(row, row)))
  return (a, b) => {
    const length = norms[a]! * norms[b]!
    // Rounding may take the cosine of equal directions beyond 1.
    return length === 0 ? 1 : Math.max(0, 1 - dot(a, b) / length)
  }
}
