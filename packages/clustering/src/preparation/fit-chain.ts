import { rangeError, typeError, type AsyncOptions } from '@clientele/core'
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
  const chain = beginChain(features, steps, options)
  steps.forEach((fit, at) => chain.learn(at, stepOf(fit, at)(chain.reached())))
  return chain.end()
}

/** A {@link FitStep} that may take its time, such as `fitYeoJohnsonAsync`; it gets the options that ask it to stop. */
export type AsyncFitStep = (
  features: Features,
  options: ColumnChoice & AsyncOptions,
) => Scaler<ScalerParameters> | Promise<Scaler<ScalerParameters>>

/**
 * {@link fitChain} for steps that let other work of the thread happen in between; the same result, bit for bit.
 *
 * Progress counts steps, and within a step what that step counts. When `signal` ends it, the promise rejects with the
 * signal's reason.
 * @example await fitChainAsync(customers, [fitYeoJohnsonAsync, fitMinMax], { signal: AbortSignal.timeout(5000) })
 */
export async function fitChainAsync(
  features: Features,
  steps: readonly AsyncFitStep[],
  options: ColumnChoice & AsyncOptions = {},
): Promise<Scaler<ChainParameters>> {
  const { signal, onProgress } = options
  const chain = beginChain(features, steps, options)
  for (let at = 0; at < steps.length; at++) {
    signal?.throwIfAborted()
    const asked = { ...(signal && { signal }), ...(onProgress && { onProgress }) }
    chain.learn(at, await stepOf(steps[at]!, at)(chain.reached(), asked))
    onProgress?.({ stage: 'chain', done: at + 1, total: steps.length })
  }
  signal?.throwIfAborted()
  return chain.end()
}

/** A chain that learns step by step. */
interface GrowingChain {
  /** What the steps so far made of the data. */
  reached(): Features
  learn(at: number, step: Scaler<ScalerParameters>): void
  end(): Scaler<ChainParameters>
}

function beginChain(features: Features, steps: readonly unknown[], options: ColumnChoice): GrowingChain {
  if (!Array.isArray(steps) || steps.length === 0) throw rangeError('fitChain', 'steps', 'be at least one step', steps)
  const { names, columns } = columnsToFit('fitChain', features, options)
  let current: Features = features
  if (isTable(features)) {
    const chosen = names!.map((name, at) => ({ name, values: columns[at]! }))
    current = { entity: features.entity, index: features.index, columns: chosen }
  }
  const learned: ScalerParameters[] = []
  return {
    reached: () => current,
    learn(at, step) {
      if (typeof step?.transform !== 'function') throw typeError('fitChain', `steps[${at}]`, 'return a scaler', step)
      learned.push(step.parameters)
      current = step.transform(current)
    },
    end() {
      const chainColumns = columns.map((_, at) => (names === undefined ? {} : { name: names[at]! }))
      return chain('fitChain', { kind: 'chain', columns: chainColumns, steps: learned })
    },
  }
}

function stepOf<Fit>(fit: Fit, at: number): Fit {
  if (typeof fit !== 'function') throw typeError('fitChain', `steps[${at}]`, 'be a function that fits a scaler', fit)
  return fit
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
