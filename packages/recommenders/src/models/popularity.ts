import {
  checkAllFinite,
  checkOneOf,
  interactionsOf,
  rangeError,
  typeError,
  type Csr,
  type Id,
  type IdIndex,
  type Interactions,
  type Transactions,
} from '@clientele/core'
import { addRow } from '../sums/add-row.js'
import { checkInteractions } from '../check-interactions.js'
import type { PopularityPart } from '../explanations/explanation.js'
import { GroupNumbers } from '../group-numbers.js'
import { remember } from '../updates/learned.js'
import { lineAges, type AgeOptions } from './line-ages.js'
import { csrArrays, csrOf, openModel } from '../files/model-state.js'
import {
  customerAmounts,
  lineAmounts,
  sharesOfCategories,
  totalsOf,
  type Amounts,
  type PopularityMeasure,
} from './popularity-counts.js'
import type { Profile } from '../profile.js'
import type { Recommender } from '../recommender.js'
import { scoredModel } from '../scored-model.js'
import { summedCell } from '../sums/summed-rows.js'

/** What popularity counts, of which lines, and among whom. */
export interface PopularityOptions<C extends Id = Id, P extends Id = Id> extends AgeOptions {
  /** Default `'customers'`; the others need the order log, as `days` and `halfLife` do. */
  readonly by?: PopularityMeasure
  /**
   * The segment of a customer: they are recommended what is popular with the customers of their own segment, and nothing that those
   * do not have; `withFallback(model, fitPopularity(orders))` fills lists up. A customer without one (`undefined`, `null`), and
   * somebody who only brings a history, gets what is popular with everybody.
   */
  readonly perSegment?: (customer: C) => Id | null | undefined
  /**
   * The category of a product, as `factOf(catalog, 'category')` reads it: a product then scores its share of what its category has,
   * so that the leaders of small categories come before the also-rans of large ones. Products without one are a category together.
   */
  readonly perCategory?: (item: P) => Id | null | undefined
}

/** What the model learns: what is popular, in row 0 with everybody and in row s with segment s, and whose segment is which. */
export interface Popularity {
  readonly totals: Csr
  readonly segmentOf?: Int32Array
  readonly about: Omit<PopularityPart, 'kind' | 'contribution' | 'share'>
}

/**
 * Recommends what all customers together buy most, the same to everybody, or to everybody of a segment, but for what they have
 * already.
 *
 * Every product of the data can be recommended, so a list is only shorter than `n` when the rules allow fewer products (or there are
 * segments); those of which nothing is counted come last. O(lines) time; the model keeps the histories and a number for each product of each segment.
 * @param data the order log, or interactions when customers are counted
 * @throws RangeError or TypeError when the data lacks what is counted, a line lies after `asOf`, or no line is within `days`
 * @example
 * fitPopularity(orders, { by: 'quantity' }).recommendFor([], { n: 3 }) // the three products with the most units sold
 * fitPopularity(orders, { by: 'revenue', days: 90, halfLife: 30, asOf: '2011-12-10' }) // what has sold well lately
 */
export function fitPopularity<C extends Id, P extends Id>(
  data: Transactions<C, P> | Interactions<C, P>,
  { by = 'customers', perSegment, perCategory, ...age }: PopularityOptions<C, P> = {},
): Recommender<C, P> {
  checkOneOf('fitPopularity', 'by', by, MEASURES)
  const interactions = 'matrix' in data ? data : interactionsOf(data)
  checkInteractions('fitPopularity', interactions)
  const { customers, products } = interactions
  const amounts = amountsOf(data, by, age)
  const segments = perSegment && numbered('perSegment', customers, perSegment)
  const shape = { segmentOf: segments?.of, segments: segments?.count ?? 0, products: products.ids.length }
  const totals = totalsOf(amounts, shape)
  checkAllFinite('fitPopularity', 'sums', totals.values)
  const categories = perCategory && numbered('perCategory', products, perCategory)
  return popularityModel(interactions, {
    totals: categories ? sharesOfCategories(totals, categories.of, categories.count + 1) : totals,
    ...(segments && { segmentOf: segments.of }),
    about: {
      by,
      ...((age.days ?? age.halfLife) !== undefined && { recent: true }),
      ...(segments && { perSegment: true }),
      ...(categories && { perCategory: true }),
    },
  })
}

/**
 * The model of {@link fitPopularity} from the bytes that its `save` gave. The file takes 12 bytes for each interaction and for each
 * product of each segment, 4 for each customer where there are segments, and the ids. O(bytes).
 * @throws RangeError or TypeError when the file is of another kind or version, cut or damaged
 * @example const model = loadPopularity<string, string>(await readFile('popularity.model'))
 */
export function loadPopularity<C extends Id = Id, P extends Id = Id>(bytes: Uint8Array): Recommender<C, P> {
  const fn = 'loadPopularity'
  const { file, interactions } = openModel<C, P>(fn, 'popularity', bytes)
  const { by, segments } = file.options
  checkOneOf(fn, 'bytes.by', by, MEASURES)
  const segmentOf =
    segments === undefined ? undefined : file.array('segmentOf', 'i32', interactions.customers.ids.length)
  const rows = 1 + (segmentOf?.reduce((most, segment) => Math.max(most, segment), 0) ?? 0)
  if (segmentOf?.some((segment) => segment < 0)) throw rangeError(fn, 'bytes.segmentOf', 'not be below 0', 'others')
  if (rows - 1 !== (segments ?? 0))
    throw rangeError(fn, 'bytes.segmentOf', `name ${String(segments)} segments`, rows - 1)
  const totals = csrOf(fn, file, 'totals', rows, interactions.products.ids.length)
  const flags = FLAGS.filter((flag) => file.options[flag] === true).map((flag) => [flag, true])
  const about = { by, ...Object.fromEntries(flags) } as Popularity['about']
  return popularityModel(interactions, { totals, about, ...(segmentOf && { segmentOf }) })
}

const MEASURES: readonly PopularityMeasure[] = ['customers', 'lines', 'quantity', 'meanQuantity', 'revenue']
const FLAGS = ['recent', 'perSegment', 'perCategory'] as const

/** The model of what was counted. */
export function popularityModel<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  popularity: Popularity,
): Recommender<C, P> {
  const { totals, segmentOf, about } = popularity
  const rowOf = ({ row }: Profile) => (row === undefined ? 0 : (segmentOf?.[row] ?? 0))
  const model = scoredModel('popularity', interactions, {
    above: segmentOf === undefined ? -Infinity : 0,
    scoreAll(profile, into) {
      const row = rowOf(profile)
      into.fill(0)
      addRow(into, totals.indices, totals.values, totals.offsets[row]!, totals.offsets[row + 1]!, 1)
    },
    scoreOne: (profile, item) => summedCell(totals, rowOf(profile), item),
    partsOf: (profile, item) => [
      { kind: 'popularity', ...about, contribution: summedCell(totals, rowOf(profile), item) },
    ],
    state: () => ({
      options: { ...about, ...(segmentOf && { segments: totals.rows - 1 }) },
      arrays: { ...csrArrays('totals', totals), ...(segmentOf && { segmentOf }) },
    }),
  })
  return remember('popularity', model, { interactions, popularity })
}

/** What is counted, of the lines that count. */
function amountsOf(data: Transactions | Interactions, by: PopularityMeasure, age: AgeOptions): Amounts {
  if (!('matrix' in data)) return lineAmounts(data, by, lineAges('fitPopularity', data, age))
  if (by !== 'customers') throw typeError('fitPopularity', 'data', `be an order log to count by "${by}"`, data)
  const aged = (['days', 'halfLife', 'asOf'] as const).find((option) => age[option] !== undefined)
  if (aged !== undefined) throw typeError('fitPopularity', 'data', `be an order log when ${aged} is given`, data)
  return customerAmounts(data)
}

/** The number of each id's group, from 1 on, and how many groups there are. */
function numbered<I extends Id>(
  option: string,
  { ids }: IdIndex<I>,
  groupOf: (id: I) => Id | null | undefined,
): { readonly of: Int32Array; readonly count: number } {
  if (typeof groupOf !== 'function') throw typeError('fitPopularity', option, 'be a function', groupOf)
  const groups = new GroupNumbers('fitPopularity', option)
  const of = Int32Array.from(ids, (id) => groups.numberOf(groupOf(id)))
  return { of, count: groups.size }
}
