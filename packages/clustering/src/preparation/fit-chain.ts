import { rangeError, typeError } from '@clientele/core'
import { readChain, type ChainParameters, type ScalerParameters } from './any-kind.js'
import { columnsToFit, isTable, type ColumnChoice, type Features } from './features.js'
import { scaler, type Scaler } from './scaler.js'

/** Fits one step of a chain to what the steps before it left: `fitStandard` itself, or a function that calls it with options. */
export type FitStep = (features: Features) => Scaler<ScalerParameters>

/**
 * Several scalers as one: each is fitted to what those before it made of the data, and later customers go through all of them.
 *
 * A step may be about some of the columns. `invert` goes back through all steps, last to first. Costs what the steps cost.
 * @param features a table, or rows of numbers
 * @param steps at least one function that fits a scaler
 * @throws RangeError or TypeError for what is not a step, and whatever the steps throw
 * @example
 * const scaler = fitChain(
 *   customers,
 *   [(table) => fitLog1p(table, { columns: ['frequency', 'monetary'] }), fitStandard],
 *   { columns: ['recency', 'frequency', 'monetary'] },
 * )
 * scaler.transform([[12, 3, 250]]) // one later customer
 */
export function fitChain(
  features: Features,
  steps: readonly FitStep[],
  options: ColumnChoice = {},
): Scaler<ChainParameters> {
  if (!Array.isArray(steps) || steps.length === 0) throw rangeError('fitChain', 'steps', 'be at least one step', steps)
  const { names, columns } = columnsToFit('fitChain', features, options)
  let current: Features = features
  if (isTable(features)) {
    const chosen = names!.map((name, at) => ({ name, values: columns[at]! }))
    current = { entity: features.entity, index: features.index, columns: chosen }
  }
  const learned = steps.map((fit: FitStep, at) => {
    const { parameters, transform } = fitted(fit, at, current)
    current = transform(current)
    return parameters
  })
  const chainColumns = columns.map((_, at) => (names === undefined ? {} : { name: names[at]! }))
  return chain('fitChain', { kind: 'chain', columns: chainColumns, steps: learned })
}

function fitted(fit: FitStep, at: number, features: Features): Scaler<ScalerParameters> {
  if (typeof fit !== 'function') throw typeError('fitChain', `steps[${at}]`, 'be a function that fits a scaler', fit)
  const step = fit(features)
  if (typeof step?.transform !== 'function') throw typeError('fitChain', `steps[${at}]`, 'return a scaler', step)
  return step
}

/**
 * The scaler of {@link fitChain} again, from its parameters.
 * @throws RangeError or TypeError when they are damaged
 * @example chainFrom(JSON.parse(stored)).transform(laterCustomers)
 */
export function chainFrom(parameters: ChainParameters): Scaler<ChainParameters> {
  return chain('chainFrom', parameters)
}

function chain(fn: string, given: ChainParameters): Scaler<ChainParameters> {
  const { parameters, maps } = readChain(fn, 'parameters', given)
  return scaler(parameters, maps)
}
