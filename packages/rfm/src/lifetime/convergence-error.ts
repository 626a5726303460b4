import { rangeError } from '@clientele/core'

/** A fit that found no maximum, with how far it came. */
export class ConvergenceError extends RangeError {
  /** Tells this error from others where classes do not travel. */
  override readonly name = 'ConvergenceError'
  /** The best parameters found, by name. A model made of them predicts, if you decide that they are good enough. */
  readonly parameters: Readonly<Record<string, number>>
  /** The logarithm of the likelihood there. */
  readonly logLikelihood: number
  /** Why the search ended. */
  readonly reason: string

  /** @param fn the function that fitted */
  constructor(fn: string, reason: string, parameters: Readonly<Record<string, number>>, logLikelihood: number) {
    const best = Object.entries(parameters).map(([name, value]) => `${name} ${Number(value.toPrecision(4))}`)
    super(rangeError(fn, 'the fit', `converge (best parameters found: ${best.join(', ')})`, reason).message)
    this.parameters = parameters
    this.logLikelihood = logLikelihood
    this.reason = reason
  }
}
