import { csrFromTriplets, TopK, transpose, type Csr, type Steps } from '@clientele/core'
import { addRow } from './add-row.js'

/** What the similarity of two products is made of. */
export interface SimilaritySettings {
  /** How many of the most similar products are kept for each product. */
  readonly neighbors: number
  /** 0 for none; see {@link itemSimilarities}. */
  readonly shrinkage: number
  /** Whether dot products are divided by the lengths of the two columns (cosine). */
  readonly normalize: boolean
}

/** Multiply-adds between two reports of progress: some milliseconds. */
const WORK_PER_STEP = 4_000_000

/**
 * The most similar other products of each product: dot products of the columns of a customers × products matrix,
 * divided by the columns' lengths where `normalize` says so, times c / (c + shrinkage) where c customers have both.
 * Similarities of 0 or less are left out; of equal ones the lower index is kept.
 *
 * Each pair of products is computed once. Time is the sum over customers of (history length)² / 2, so a product that
 * everybody has costs no more than its place in those histories. Memory is the matrix twice and the kept neighbours,
 * never products × products.
 * @returns products × products, row i holding the neighbours of product i
 * @see Sarwar, Karypis, Konstan, Riedl (2001), "Item-based collaborative filtering recommendation algorithms", WWW10
 * @see Bell, Koren (2007), "Scalable collaborative filtering with jointly derived neighborhood interpolation weights",
 *   ICDM
 */
export function* itemSimilarities(byCustomer: Csr, settings: SimilaritySettings): Steps<Csr> {
  const items = byCustomer.columns
  const kept = Array.from({ length: items }, () => new TopK(Math.min(settings.neighbors, items - 1)))
  const state = startOf(byCustomer, settings)
  let work = 0
  for (let item = 0; item < items; item++) {
    work += addCommonCustomers(item, state)
    offerPairs(item, takePairs(item, state), state, kept)
    if (work >= WORK_PER_STEP) {
      work = 0
      yield { stage: 'similarities', done: item + 1, total: items }
    }
  }
  return rowsOfKept(kept)
}

/** What is at hand while products are visited in ascending order. */
interface State {
  readonly byCustomer: Csr
  readonly byItem: Csr
  /** Per customer: their first cell right of the products visited so far. */
  readonly next: Int32Array
  /** Per product right of the one visited: the dot product of the two, all 0 in between. */
  readonly dots: Float64Array
  /** Per product right of the one visited: how many customers have both, all 0 in between; only with shrinkage. */
  readonly common: Float64Array | undefined
  readonly ones: Float64Array
  /** Per product: the sum of its squared cells; only where dot products are divided by lengths. */
  readonly squares: Float64Array | undefined
  readonly shrinkage: number
  /** The products that share a customer with the one visited, and their similarities. */
  readonly others: Int32Array
  readonly similarities: Float64Array
}

function startOf(byCustomer: Csr, { shrinkage, normalize }: SimilaritySettings): State {
  const { columns, values, offsets } = byCustomer
  const byItem = transpose(byCustomer)
  return {
    byCustomer,
    byItem,
    next: offsets.slice(),
    dots: new Float64Array(columns),
    common: shrinkage > 0 ? new Float64Array(columns) : undefined,
    ones: new Float64Array(shrinkage > 0 ? values.length : 0).fill(1),
    squares: normalize ? squaredLengths(byItem) : undefined,
    shrinkage,
    others: new Int32Array(columns),
    similarities: new Float64Array(columns),
  }
}

/** Adds up dot products with the products right of `item`, customer by customer; returns how many multiply-adds. */
function addCommonCustomers(item: number, { byCustomer, byItem, next, dots, common, ones }: State): number {
  const { offsets, indices, values } = byCustomer
  let work = 0
  for (let at = byItem.offsets[item]!; at < byItem.offsets[item + 1]!; at++) {
    const customer = byItem.indices[at]!
    const start = ++next[customer]!
    const end = offsets[customer + 1]!
    addRow(dots, indices, values, start, end, byItem.values[at]!)
    if (common !== undefined) addRow(common, indices, ones, start, end, 1)
    work += end - start
  }
  return work
}

/**
 * Turns dot products above 0 into similarities, leaves the sums empty for the next product and returns the number of
 * pairs. The root is taken of the product of squares so that equal shares give equal bits.
 */
function takePairs(item: number, { dots, common, squares, shrinkage, others, similarities }: State): number {
  let count = 0
  for (let other = item + 1; other < dots.length; other++) {
    if (!(dots[other]! > 0)) continue
    let similarity = dots[other]!
    if (squares !== undefined) similarity /= Math.sqrt(squares[item]! * squares[other]!)
    if (common !== undefined) similarity *= common[other]! / (common[other]! + shrinkage)
    others[count] = other
    similarities[count++] = similarity
  }
  dots.fill(0, item + 1)
  common?.fill(0, item + 1)
  return count
}

function offerPairs(item: number, count: number, { others, similarities }: State, kept: readonly TopK[]): void {
  const own = kept[item]!
  for (let i = 0; i < count; i++) {
    const other = others[i]!
    own.push(other, similarities[i]!)
    kept[other]!.push(item, similarities[i]!)
  }
}

function squaredLengths({ rows, offsets, values }: Csr): Float64Array {
  const squares = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) squares[row]! += values[cell]! * values[cell]!
  }
  return squares
}

function rowsOfKept(kept: readonly TopK[]): Csr {
  const ranked = kept.map((best) => best.drain())
  const cells = ranked.reduce((sum, { indices }) => sum + indices.length, 0)
  const rows = new Int32Array(cells)
  const columns = new Int32Array(cells)
  const values = new Float64Array(cells)
  let filled = 0
  ranked.forEach(({ indices, scores }, row) => {
    rows.fill(row, filled, filled + indices.length)
    columns.set(indices, filled)
    values.set(scores, filled)
    filled += indices.length
  })
  return csrFromTriplets(rows, columns, values, kept.length, kept.length)
}
