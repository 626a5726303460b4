import { checkInteger, checkNumber, checkOneOf, describeValue, instant, rangeError, typeError } from '@clientele/core'
import { bootstrapOptions } from '../bootstrap-means.js'
import { DEFINITIONS } from './evaluation-fingerprint.js'
import type { EvaluateOptions, EvaluationProtocol, EvaluationSplit, ListMetric } from './evaluation.js'
import { FLAVORS } from '../ranking/ranking-metric.js'

/** Options with their defaults, checked, and the moment of the split. */
export function evaluationProtocol(split: EvaluationSplit, options: EvaluateOptions<ListMetric>): EvaluationProtocol {
  checkSides('evaluate', 'split', split)
  const { at, foldIn } = split
  const { k = 10, repurchases = 'exclude', population = 'returning', flavor = 'standard', gains = 'binary' } = options
  const { onError = 'throw', candidates, negatives, knownUntil, seed, resamples, confidence } = options
  checkInteger('evaluate', 'k', k, { min: 1 })
  checkOneOf('evaluate', 'repurchases', repurchases, ['exclude', 'include'])
  checkOneOf('evaluate', 'population', population, ['returning', 'new'])
  checkOneOf('evaluate', 'flavor', flavor, FLAVORS)
  checkOneOf('evaluate', 'gains', gains, ['binary', 'lines', 'quantity', 'amount'])
  checkOneOf('evaluate', 'onError', onError, ['throw', 'collect'])
  if (negatives !== undefined) checkInteger('evaluate', 'negatives', negatives, { min: 1 })
  if (knownUntil !== undefined) checkKnownUntil(instant(knownUntil, 'UTC', 'evaluate', 'knownUntil'), at)
  const foldInValue = foldInValueOf(foldIn, options)
  const draws = {
    ...(seed !== undefined && { seed }),
    ...(resamples !== undefined && { resamples }),
    ...(confidence !== undefined && { confidence }),
  }
  return {
    definitions: DEFINITIONS,
    ...(at !== undefined && { at }),
    k,
    repurchases,
    population,
    flavor,
    gains,
    onError,
    ...(candidates && { candidates: [...candidates] }),
    ...(negatives !== undefined && { negatives }),
    ...(foldInValue !== undefined && { foldInValue }),
    ...bootstrapOptions('evaluate', draws),
  }
}

/**
 * Throws unless a split has its two sides.
 * @throws TypeError that names what is none
 */
export function checkSides(fn: string, name: string, split: Partial<EvaluationSplit> | null | undefined): void {
  if (split?.train === undefined || split.test === undefined) {
    throw typeError(fn, name, 'have a train and a test side', split)
  }
}

function foldInValueOf(foldIn: unknown, { foldInValue }: Pick<EvaluateOptions, 'foldInValue'>) {
  if (foldIn !== undefined) return foldInValue ?? 'count'
  if (foldInValue === undefined) return undefined
  throw rangeError('evaluate', 'foldInValue', 'be given with a split that has a fold-in part only', foldInValue)
}

function checkKnownUntil(until: number, at: number | undefined): void {
  if (at === undefined) {
    throw rangeError('evaluate', 'knownUntil', 'be given with a split in time only', new Date(until))
  }
  if (until < at) return
  const start = describeValue(new Date(at))
  throw rangeError('evaluate', 'knownUntil', `be before split.at (${start})`, new Date(until))
}

/**
 * Refuses a split whose train period reaches into its test period, as one made by hand may: all figures would be too
 * good. A split that is not one in time has no such border. O(lines).
 * @throws RangeError that names the first line on the wrong side
 */
export function checkOrderInTime({ train, test, at }: EvaluationSplit): void {
  if (at === undefined) return
  checkNumber('evaluate', 'split.at', at)
  const start = describeValue(new Date(at))
  refuse('train', `be before split.at (${start})`, train.time, (time) => time >= at)
  refuse('test', `not be before split.at (${start})`, test.time, (time) => time < at)
}

function refuse(side: string, rule: string, times: Float64Array, wrong: (time: number) => boolean): void {
  const line = times.findIndex(wrong)
  if (line >= 0) throw rangeError('evaluate', `split.${side}.time[${line}]`, rule, new Date(times[line]!))
}
