import { checkList, checkOneOf, rangeError, type Id } from '@clientele/core'
import { checkPersistence } from './rank-biased-precision.js'

/** How two lists are compared. */
export interface RankBiasedOverlapOptions {
  /** How much deeper places count, in (0, 1): near 0 only the top counts, near 1 all places alike; default 0.9. */
  readonly persistence?: number
  /** `'extrapolated'` (default): as if the lists went on as they began. `'truncated'`: what the shorter list shows. */
  readonly form?: 'extrapolated' | 'truncated'
}

/**
 * Rank-biased overlap: how alike two ranked lists are, from 0 (nothing in common) to 1 (the same order), the top
 * counting most. Lists may differ in length and in products.
 *
 * O(places) time and memory.
 * @returns a number in [0, 1]; for two empty lists 1, for one empty list 0
 * @throws RangeError when a list holds a product twice or `persistence` is not in (0, 1)
 * @see Webber, Moffat, Zobel (2010), "A Similarity Measure for Indefinite Rankings", ACM TOIS 28, equation 32
 * @example rankBiasedOverlap(['a', 'b', 'c'], ['a', 'c', 'b'], { persistence: 0.5 }) // 0.875
 */
export function rankBiasedOverlap(
  a: ArrayLike<Id>,
  b: ArrayLike<Id>,
  { persistence = 0.9, form = 'extrapolated' }: RankBiasedOverlapOptions = {},
): number {
  checkPersistence('rankBiasedOverlap', persistence)
  checkOneOf('rankBiasedOverlap', 'form', form, ['extrapolated', 'truncated'])
  const overlaps = overlapByDepth('rankBiasedOverlap', a, b)
  const shorter = Math.min(a.length, b.length)
  if (shorter === 0) return a.length === b.length ? 1 : 0
  if (form === 'extrapolated') return extrapolated(overlaps, shorter, persistence)
  let sum = 0
  for (let depth = 1; depth <= shorter; depth++) sum += (overlaps[depth]! / depth) * persistence ** (depth - 1)
  return (1 - persistence) * sum
}

/**
 * Average overlap: the mean over depths, down to the length of the shorter list, of the share of products that both
 * lists have in common so far.
 *
 * O(places) time and memory.
 * @returns a share in [0, 1]; for two empty lists 1, for one empty list 0
 * @throws RangeError when a list holds a product twice
 * @see Fagin, Kumar, Sivakumar (2003), "Comparing Top k Lists", SIAM Journal on Discrete Mathematics 17
 * @example averageOverlap(['a', 'b'], ['b', 'a']) // (0 + 1) / 2
 */
export function averageOverlap(a: ArrayLike<Id>, b: ArrayLike<Id>): number {
  const overlaps = overlapByDepth('averageOverlap', a, b)
  const shorter = Math.min(a.length, b.length)
  if (shorter === 0) return a.length === b.length ? 1 : 0
  let sum = 0
  for (let depth = 1; depth <= shorter; depth++) sum += overlaps[depth]! / depth
  return sum / shorter
}

/** With the overlap at each depth: agreement beyond the shorter list is taken to go on as it was there. */
function extrapolated(overlaps: Int32Array, shorter: number, p: number): number {
  const longer = overlaps.length - 1
  const common = overlaps[shorter]!
  let sum = 0
  for (let depth = 1; depth <= longer; depth++) {
    const seen = overlaps[depth]! / depth
    const unseen = depth > shorter ? (common * (depth - shorter)) / (shorter * depth) : 0
    sum += (seen + unseen) * p ** depth
  }
  // Rounding may take two equal lists beyond 1.
  const overlap = ((1 - p) / p) * sum + ((overlaps[longer]! - common) / longer + common / shorter) * p ** longer
  return Math.min(1, overlap)
}

/** Depth → products that stand in both lists within that depth. */
function overlapByDepth(fn: string, a: ArrayLike<Id>, b: ArrayLike<Id>): Int32Array {
  checkList(fn, 'a', a)
  checkList(fn, 'b', b)
  const inA = new Set<Id>()
  const inB = new Set<Id>()
  const overlaps = new Int32Array(Math.max(a.length, b.length) + 1)
  let common = 0
  for (let place = 0; place < overlaps.length - 1; place++) {
    if (place < a.length && add(fn, `a[${place}]`, inA, a[place]!) && inB.has(a[place]!)) common++
    if (place < b.length && add(fn, `b[${place}]`, inB, b[place]!) && inA.has(b[place]!)) common++
    overlaps[place + 1] = common
  }
  return overlaps
}

function add(fn: string, name: string, to: Set<Id>, product: Id): true {
  if (to.has(product)) throw rangeError(fn, name, 'not be in the list before', product)
  to.add(product)
  return true
}
