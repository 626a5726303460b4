import { random, type Random } from '@clientele/core'

/** Histories of customers who buy and leave as BG/NBD says (or MBG/NBD, when they may leave at once), in a year from week 0. */
export function simulatedHistories(
  customers: number,
  { r, alpha, a, b }: { r: number; alpha: number; a: number; b: number },
  roundTo = 1 / 7,
  mayLeaveAtOnce = false,
) {
  const stream = random('histories')
  const list = Array.from({ length: customers }, (_, i) => {
    const own = stream.fork(i)
    const rate = gamma(own, r) / alpha
    const [leave, stay] = [gamma(own, a), gamma(own, b)]
    const chance = leave / (leave + stay)
    const age = (own.integer(51) + 1) * 1
    let [time, purchases, last] = [0, 0, 0]
    let isAlive = !(mayLeaveAtOnce && own.next() < chance)
    while (isAlive && rate > 0) {
      time += -Math.log(1 - own.next()) / rate
      if (time > age) break
      purchases++
      last = time
      isAlive = own.next() >= chance
    }
    return {
      purchases,
      span: purchases === 0 ? 0 : Math.max(roundTo, Math.min(age, Math.round(last / roundTo) * roundTo)),
      age,
    }
  })
  return {
    repeatPurchases: list.map(({ purchases }) => purchases),
    activeSpan: list.map(({ span }) => span),
    age: list.map(({ age }) => age),
  }
}

/** Repeat purchases and mean spend of customers who spend as Gamma-Gamma says. */
export function simulatedSpending(customers: number, { p, q, v }: { p: number; q: number; v: number }) {
  const stream = random('spending')
  const list = Array.from({ length: customers }, (_, i) => {
    const own = stream.fork(i)
    const repeats = own.integer(6)
    const rate = gamma(own, q) / v
    return { repeats, mean: repeats === 0 ? 0 : gamma(own, p * repeats) / rate / repeats }
  })
  return { repeatPurchases: list.map(({ repeats }) => repeats), meanRepeatSpend: list.map(({ mean }) => mean) }
}

/** A gamma variable: a sum of exponential ones for whole shapes, and Johnk's method for the rest. */
function gamma(stream: Random, shape: number): number {
  let sum = 0
  for (let k = 0; k < Math.floor(shape); k++) sum -= Math.log(1 - stream.next())
  const rest = shape - Math.floor(shape)
  if (rest === 0) return sum
  for (;;) {
    const x = stream.next() ** (1 / rest)
    const y = stream.next() ** (1 / (1 - rest))
    if (x + y <= 1) return sum - (Math.log(1 - stream.next()) * x) / (x + y)
  }
}
