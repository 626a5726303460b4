import { random, type Dense } from '@clientele/core'
import { MONTH } from './archetypes.js'
import { cumulative, dirichlet, exponential, pick } from './distributions.js'
import { customerIds } from './names.js'
import { seasonAt, seasonBetween } from './season.js'
import type { ResolvedShopOptions } from './shop-options.js'

/** The customers, one element each. */
export interface Clientele {
  readonly ids: readonly string[]
  /** Customer → position in the archetypes. */
  readonly archetype: Int32Array
  /** Customer → position in the spending levels. */
  readonly spendingLevel: Int32Array
  /** Customer → moment of the first order, epoch milliseconds. */
  readonly joined: Float64Array
  /** Customer → moment of leaving for good, epoch milliseconds; Infinity for never. */
  readonly left: Float64Array
  /** Customer → mean orders in 30 days after the first one, while the customer stays. */
  readonly ordersPerMonth: Float64Array
  /** Customer × category: shares of the picks, each row adds up to 1. */
  readonly tastes: Dense
}

/**
 * Customers with archetype, lifetime, rate, spending level and tastes. Each trait is drawn from a stream of its own in the
 * order of customers, so the first customers stay who they are when more are asked for; only `orders` scales all rates.
 */
export function generateCustomers(options: ResolvedShopOptions): Clientele {
  const { seed, customers, archetypes, spendingLevels } = options
  const archetype = kinds(customers, archetypes, seed, 'archetypes')
  const joined = joinTimes(options)
  const left = leavingTimes(joined, archetype, options)
  return {
    ids: customerIds(customers, seed),
    archetype,
    spendingLevel: kinds(customers, spendingLevels, seed, 'spending levels'),
    joined,
    left,
    ordersPerMonth: rates(archetype, joined, left, options),
    tastes: tastes(options),
  }
}

function kinds(count: number, of: readonly { share: number }[], seed: string | number, name: string): Int32Array {
  const stream = random(seed).fork(name)
  const shares = cumulative(of.map(({ share }) => share))
  return Int32Array.from({ length: count }, () => pick(stream, shares))
}

/** First orders are spread over the whole period as the season is. */
function joinTimes({ seed, customers, from, to, seasonality }: ResolvedShopOptions): Float64Array {
  const streams = random(seed).fork('joined')
  return Float64Array.from({ length: customers }, (_, customer) => {
    const stream = streams.fork(customer)
    for (;;) {
      const time = Math.floor(from + stream.next() * (to - from))
      if (stream.next() * (1 + seasonality) <= seasonAt(time, seasonality)) return time
    }
  })
}

function leavingTimes(joined: Float64Array, archetype: Int32Array, { seed, archetypes }: ResolvedShopOptions) {
  const stream = random(seed).fork('left')
  return joined.map((time, c) => time + exponential(stream, MONTH / archetypes[archetype[c]!]!.dropoutPerMonth))
}

/** Individual rates scatter around the archetype's with the same mean (log-normal); `orders` scales them all. */
function rates(
  archetype: Int32Array,
  joined: Float64Array,
  left: Float64Array,
  { seed, archetypes, rateSpread, orders, to, seasonality }: ResolvedShopOptions,
): Float64Array {
  const stream = random(seed).fork('rates')
  const rate = Float64Array.from(archetype, (a) => {
    return archetypes[a]!.ordersPerMonth * Math.exp(rateSpread * stream.normal() - rateSpread ** 2 / 2)
  })
  if (orders === undefined) return rate
  let repeats = 0
  rate.forEach((perMonth, c) => {
    repeats += (perMonth * seasonBetween(joined[c]!, Math.min(left[c]!, to), seasonality)) / MONTH
  })
  return repeats === 0 ? rate : rate.map((perMonth) => (perMonth * (orders - archetype.length)) / repeats)
}

function tastes({ seed, customers, categories, tasteConcentration }: ResolvedShopOptions): Dense {
  const stream = random(seed).fork('tastes')
  const total = categories.reduce((sum, { share }) => sum + share, 0)
  const parameters = categories.map(({ share }) => (tasteConcentration * share) / total)
  const values = new Float64Array(customers * categories.length)
  for (let c = 0; c < customers; c++) values.set(dirichlet(stream, parameters), c * categories.length)
  return { rows: customers, columns: categories.length, values }
}
