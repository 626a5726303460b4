import { random, type Random } from '@clientele/core'
import type { DataSet } from './data-set.js'

/** Two years, in days. */
const PERIOD = 730

/**
 * Histories of customers who buy and leave as BG/NBD says and spend as Gamma-Gamma says, with parameters near those of Online
 * Retail II: in days, the first purchase on any day of two years.
 */
export function simulatedHistories(customers: number): DataSet {
  return {
    name: `simulated-histories-${customers}`,
    version: 1,
    make: () => {
      const stream = random('simulated histories')
      const repeatPurchases = new Int32Array(customers)
      const activeSpan = new Float64Array(customers)
      const age = new Float64Array(customers)
      const meanRepeatSpend = new Float64Array(customers)
      for (let i = 0; i < customers; i++) {
        age[i] = 1 + stream.integer(PERIOD)
        const days = purchaseDays(stream, age[i]!)
        repeatPurchases[i] = days.length
        activeSpan[i] = days.at(-1) ?? 0
        meanRepeatSpend[i] = days.length === 0 ? 0 : meanSpend(stream, days.length)
      }
      const shape = [customers]
      return {
        repeatPurchases: { values: repeatPurchases, shape },
        activeSpan: { values: activeSpan, shape },
        age: { values: age, shape },
        meanRepeatSpend: { values: meanRepeatSpend, shape },
      }
    },
  }
}

/** Days after the first on which a customer buys, each once. */
function purchaseDays(stream: Random, age: number): number[] {
  const rate = gamma(stream, 0.66) / 63
  const [leave, stay] = [gamma(stream, 0.2), gamma(stream, 2.4)]
  const chance = leave / (leave + stay)
  const days: number[] = []
  for (let time = 0; rate > 0;) {
    time -= Math.log(1 - stream.next()) / rate
    const day = Math.ceil(time)
    if (!(day <= age)) break
    if (day === days.at(-1)) continue
    days.push(day)
    if (stream.next() < chance) break
  }
  return days
}

/** In cents, as money is. */
function meanSpend(stream: Random, purchases: number): number {
  const rate = gamma(stream, 3.5) / 487
  return Math.max(0.01, Math.round((100 * gamma(stream, 2.13 * purchases)) / rate / purchases) / 100)
}

/**
 * A gamma variable of scale 1.
 * @see Marsaglia and Tsang (2000), "A Simple Method for Generating Gamma Variables", ACM TOMS 26
 */
function gamma(stream: Random, shape: number): number {
  if (shape < 1) return gamma(stream, shape + 1) * (1 - stream.next()) ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const x = stream.normal()
    const v = (1 + x / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(1 - stream.next()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}
