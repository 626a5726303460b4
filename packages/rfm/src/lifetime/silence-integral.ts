import { gaussLegendre } from './gauss-legendre.js'

/** An integral over the moment at which a customer may have left, and means under its integrand. */
export interface Silence {
  /** Logarithm of the integral; -Infinity when there is no time in it, and the means are then values at that moment. */
  log: number
  /** Mean of ln (alpha + y). */
  logAlpha: number
  /** Mean of ln (beta + y). */
  logBeta: number
  /** Mean of 1 / (alpha + y). */
  perAlpha: number
  /** Mean of 1 / (beta + y). */
  perBeta: number
}

/** The integrand falls by this many e-folds at least before it is cut off: what is left out is below the last digit. */
const FALL = 40

/** Widest piece in which a few or many nodes suffice, and the steepest fall for a few. */
const FEW = { nodes: 16, width: 2.5, fall: 15 }
const MANY = { nodes: 32, width: 4 }

/** A function that writes ∫ (alpha + y)^−shape (beta + y)^−(s+1) dy for y from `from` to `to`, and its means, into `into`. */
export type SilenceIntegral = (shape: number, s: number, from: number, to: number, into: Silence) => void

/**
 * The integral in the likelihood of Pareto/NBD over the time since the last purchase.
 *
 * It is a difference of hypergeometric functions ₂F₁, which overflow for customers with many purchases. So it is done by quadrature
 * in u = ln (c + y), c the smaller of alpha and beta: there the integrand is log-concave, its slope tells where to cut it off, and
 * the nearest singularity is π away. Pieces of Gauss and Legendre's rule give about 12 digits. Values are relative to the first, so
 * that nothing overflows. Some microseconds a call.
 */
export function silenceIntegral(alpha: number, beta: number): SilenceIntegral {
  const [few, many] = [gaussLegendre(FEW.nodes), gaussLegendre(MANY.nodes)]
  const near = Math.min(alpha, beta)
  const farther = Math.max(alpha, beta) - near
  return (shape, s, from, to, into) => {
    // Exponents of (c + y) and of the other sum.
    const [nearPower, farPower] = alpha <= beta ? [shape, s + 1] : [s + 1, shape]
    const start = Math.log(near + from)
    const startFar = Math.log(near + from + farther)
    const whole = Math.log1p((to - from) / (near + from))
    const slope = nearPower - 1 + farPower * ((near + from) / (near + from + farther))
    const width = slope > 0 ? Math.min(whole, FALL / slope) : whole
    const isEasy = width <= FEW.width && (shape + s) * width <= FEW.fall
    const { nodes, weights } = isEasy ? few : many
    const pieces = isEasy ? 1 : Math.ceil(width / MANY.width)
    let [mass, nearLog, farLog, perNear, perFar] = [0, 0, 0, 0, 0]
    for (let node = 0; node < pieces * nodes.length; node++) {
      const within = node % nodes.length
      const u = (width * ((node - within) / nodes.length + nodes[within]!)) / pieces
      const nearTime = Math.exp(start + u)
      const far = Math.log(nearTime + farther)
      const share = weights[within]! * Math.exp(u * (1 - nearPower) - farPower * (far - startFar))
      mass += share
      nearLog += share * u
      farLog += share * far
      perNear += share / nearTime
      perFar += share / (nearTime + farther)
    }
    into.log = start * (1 - nearPower) - farPower * startFar + Math.log((mass * width) / pieces)
    const ofNear = [start + nearLog / mass, perNear / mass] as const
    const ofFar = [farLog / mass, perFar / mass] as const
    ;[into.logAlpha, into.perAlpha] = alpha <= beta ? ofNear : ofFar
    ;[into.logBeta, into.perBeta] = alpha <= beta ? ofFar : ofNear
  }
}
