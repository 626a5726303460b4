import type { Steps } from '@clientele/core'
import type { Pace } from '../../pace.js'
import { thinned, type Logs } from './logs.js'
import { powerLikelihood } from './power-likelihood.js'

/** The least and the largest power to look at. */
export interface PowerRange {
  readonly low: number
  readonly high: number
}

/** So many values find the neighbourhood of the power; all of them are looked at from there. */
const SAMPLE = 1 << 14

/** A step of Newton's method leaves an error of the order of its square. */
const LAST_NEWTON_STEP = 1e-6

const LAST_HALVING = 1e-9

/** More than halving needs. */
const ROUNDS = 400

/**
 * The power that makes it most likely that the transformed values are normal, within a range; 1 when they cannot be told apart.
 *
 * Newton's method on the concave log-likelihood, kept between a power where it rises and one where it falls, which are halved
 * when its steps do not shrink by themselves. Of many values an even sample is searched first: two or three passes over all
 * are then enough.
 */
export function* mostLikelyPower(logs: Logs, range: PowerRange, pace: Pace): Steps<number> {
  const every = Math.floor((logs.up.length + logs.down.length) / SAMPLE)
  const start = every < 4 ? 1 : yield* search(thinned(logs, every), 1, range, pace)
  return yield* search(logs, start, range, pace)
}

function* search(logs: Logs, start: number, range: PowerRange, pace: Pace): Steps<number> {
  let { low, high } = range
  let power = Math.min(high, Math.max(low, start))
  let last = Infinity
  for (let round = 0; round < ROUNDS; round++) {
    const { score, curvature } = yield* powerLikelihood(logs, power, pace)
    if (Number.isNaN(score)) return 1
    if (score > 0) low = power
    else high = power
    const newton = power - score / curvature
    const trusted = newton >= low && newton <= high && Math.abs(newton - power) <= last / 2
    const next = trusted ? newton : (low + high) / 2
    last = Math.abs(next - power)
    power = next
    if (last <= (trusted ? LAST_NEWTON_STEP : LAST_HALVING) * Math.max(1, Math.abs(power))) break
  }
  return power
}
