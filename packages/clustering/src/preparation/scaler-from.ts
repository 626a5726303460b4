import { readParameters, type ScalerParameters } from './any-kind.js'
import { scaler, type Scaler } from './scaler.js'

/**
 * A scaler again from its parameters, of whichever kind: for a file that may hold any. `standardFrom` and its kin bring less
 * code into a bundle.
 * @throws RangeError or TypeError when they are damaged
 * @example scalerFrom(JSON.parse(stored)).transform(laterCustomers)
 */
export function scalerFrom<P extends ScalerParameters>(parameters: P): Scaler<P> {
  const read = readParameters('scalerFrom', 'parameters', parameters)
  return scaler(read.parameters as P, read.maps)
}
