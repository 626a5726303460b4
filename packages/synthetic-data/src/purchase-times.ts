import { random } from '@clientele/core'
import { MONTH } from './archetypes.js'
import type { Clientele } from './customers.js'
import { exponential } from './distributions.js'
import { seasonAt } from './season.js'
import type { ResolvedShopOptions } from './shop-options.js'

/**
 * When one customer orders: at joining, then as a Poisson process until leaving or the end of the period.
 *
 * A season is made by thinning: candidates come at the busiest rate, each is kept with the season's share of it. Every
 * customer draws from a stream of their own, so one customer's rate does not move the orders of others.
 * @see Lewis and Shedler (1979), "Simulation of nonhomogeneous Poisson processes by thinning", Naval Research Logistics 26
 */
export function purchaseTimes(customer: number, of: Clientele, options: ResolvedShopOptions): number[] {
  const { seed, to, seasonality } = options
  const stream = random(seed).fork('purchase times').fork(customer)
  const end = Math.min(to, of.left[customer]!)
  const busiest = 1 + seasonality
  const gap = MONTH / (of.ordersPerMonth[customer]! * busiest)
  const times = [of.joined[customer]!]
  for (let time = times[0]! + exponential(stream, gap); time < end; time += exponential(stream, gap)) {
    if (stream.next() * busiest <= seasonAt(time, seasonality)) times.push(Math.floor(time))
  }
  return times
}
