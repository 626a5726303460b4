import type { FeatureColumn } from '@clientele/core'
import type { BehaviourFeature } from './behaviour-feature.js'
import type { Facts, FactName } from './gather-facts.js'
import type { LineSources, Source } from './line-sources.js'

/** Milliseconds of a day. */
const DAY = 86_400_000

/** What features are computed from; lists are by position of a customer in the log. */
export interface Gathered<Name extends FactName = FactName> {
  readonly facts: Pick<Facts, Name>
  readonly sources: LineSources
  /** Row → position of its customer in the log. */
  readonly positions: Int32Array
  readonly dayOf: (time: number) => number
  /** The day of the analysis date. */
  readonly today: number
}

/** How a feature comes about. */
export interface FeatureDefinition {
  /** Columns that it reads besides customer, time and amount. */
  readonly sources: readonly Source[]
  /** Facts of customers that it is computed from. */
  readonly facts: readonly FactName[]
  /** Its columns: one of its own name, or one for each class. */
  readonly columns: (name: string, gathered: Gathered) => FeatureColumn[]
}

/** Each feature; {@link BehaviourFeature} tells what it means. */
export const featureDefinitions: Readonly<Record<BehaviourFeature, FeatureDefinition>> = {
  totalSpending: feature([], ['spending'], ({ facts: { spending } }) => ofCustomer(spending)),
  spendingPerOrder: feature([], ['spending', 'orders'], ({ facts: { spending, orders } }) => {
    return (customer) => spending[customer]! / orders[customer]!
  }),
  orders: feature([], ['orders'], ({ facts: { orders } }) => ofCustomer(orders), Int32Array),
  shoppingDays: feature([], ['days'], ({ facts: { days } }) => ofCustomer(days.count), Int32Array),
  tenure: feature([], ['span'], ({ facts: { span }, dayOf, today }) => {
    return (customer) => Math.max(0, today - dayOf(span.first[customer]!))
  }),
  daysBetweenPurchases: feature([], ['days'], ({ facts: { days }, today }) => {
    const { count, first, last } = days
    return (customer) =>
      count[customer]! > 1
        ? (last[customer]! - first[customer]!) / (count[customer]! - 1)
        : Math.max(0, today - first[customer]!)
  }),
  timeBetweenPurchases: feature([], ['span', 'orders'], ({ facts: { span, orders } }) => {
    return (customer) => (span.last[customer]! - span.first[customer]!) / DAY / orders[customer]!
  }),
  gapVariation: feature([], ['days'], ({ facts: { days } }) => {
    const { count, first, last, squaredGaps } = days
    return (customer) => variation(count[customer]! - 1, last[customer]! - first[customer]!, squaredGaps[customer]!)
  }),
  weekendShare: feature([], ['weekendOrders', 'orders'], ({ facts: { weekendOrders, orders } }) => {
    return (customer) => weekendOrders[customer]! / orders[customer]!
  }),
  totalQuantity: feature(['quantity'], ['quantity'], ({ facts: { quantity } }) => ofCustomer(quantity)),
  spendingPerItem: feature(['quantity'], ['spending', 'quantity'], ({ facts: { spending, quantity } }) => {
    return (customer) => (quantity[customer] === 0 ? 0 : spending[customer]! / quantity[customer]!)
  }),
  meanPrice: feature(['quantity'], ['prices'], ({ facts: { prices } }) => {
    return (customer) => prices.sum[customer]! / Math.max(1, prices.count[customer]!)
  }),
  distinctProducts: feature(['product'], ['products'], ({ facts: { products } }) => ofCustomer(products), Int32Array),
  distinctCategories: feature(
    ['category'],
    ['categories'],
    ({ facts: { categories } }) => ofCustomer(categories),
    Int32Array,
  ),
  discount: feature(['listAmount'], ['spending', 'listed'], ({ facts: { spending, listed } }) => {
    return (customer) => (listed[customer]! > 0 ? 1 - spending[customer]! / listed[customer]! : 0)
  }),
  channelShares: shares(['channel'], ['channelOrders', 'orders'], ({ facts, sources }) => ({
    names: sources.channel!.names,
    stride: sources.channel!.names.length,
    parts: facts.channelOrders,
    whole: facts.orders,
  })),
  categoryShares: shares(['category'], ['categorySpending', 'spending'], ({ facts, sources }) => {
    const { names, of } = sources.category!
    return {
      names: of.includes(names.length) ? [...names, NO_CATEGORY] : names,
      stride: names.length + 1,
      parts: facts.categorySpending,
      whole: facts.spending,
    }
  }),
}

/** Column of the spending on products without a category, where the log has any. */
const NO_CATEGORY = '(none)'

/** A feature of one column. */
function feature<Name extends FactName>(
  sources: FeatureDefinition['sources'],
  facts: readonly Name[],
  valueOf: (gathered: Gathered<Name>) => (customer: number) => number,
  kind: typeof Float64Array | typeof Int32Array = Float64Array,
): FeatureDefinition {
  return {
    sources,
    facts,
    columns(name, gathered) {
      const value = valueOf(gathered)
      const values = new kind(gathered.positions.length)
      for (let row = 0; row < values.length; row++) values[row] = value(gathered.positions[row]!)
      return [{ name, values }]
    },
  }
}

/** Parts of a whole by class, side by side for each customer. */
interface Parts {
  /** Names of the classes. */
  readonly names: readonly string[]
  /** Parts of a customer, at least as many as there are names. */
  readonly stride: number
  readonly parts: ArrayLike<number>
  readonly whole: ArrayLike<number>
}

/** A feature of one column for each class, named `feature.class`; 0 where the whole is 0 or less. */
function shares<Name extends FactName>(
  sources: FeatureDefinition['sources'],
  facts: readonly Name[],
  partsOf: (gathered: Gathered<Name>) => Parts,
): FeatureDefinition {
  return {
    sources,
    facts,
    columns(feature, gathered) {
      const { names, stride, parts, whole } = partsOf(gathered)
      const columns = names.map((name) => ({
        name: `${feature}.${name}`,
        values: new Float64Array(gathered.positions.length),
      }))
      gathered.positions.forEach((customer, row) => {
        if (!(whole[customer]! > 0)) return
        for (let place = 0; place < columns.length; place++) {
          columns[place]!.values[row] = parts[customer * stride + place]! / whole[customer]!
        }
      })
      return columns
    },
  }
}

function ofCustomer(values: ArrayLike<number>): (customer: number) => number {
  return (customer) => values[customer]!
}

/** Standard deviation of gaps over their mean, from their number, sum and sum of squares; 0 for fewer than two. */
function variation(gaps: number, sum: number, squares: number): number {
  if (gaps < 2) return 0
  return Math.sqrt(gaps * squares - sum * sum) / sum
}
