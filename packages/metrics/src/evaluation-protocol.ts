import { checkInteger, checkNumber, checkOneOf, describeValue, rangeError } from '@clientele/core'
import { bootstrapOptions } from './bootstrap-means.js'
import type { EvaluateOptions, EvaluationProtocol, EvaluationSplit } from './evaluation.js'

/** Options with their defaults, checked, and the moment of the split. */
export function evaluationProtocol(
  { at }: EvaluationSplit,
  { k = 10, repurchases = 'exclude', population = 'returning', ...rest }: EvaluateOptions,
): EvaluationProtocol {
  checkInteger('evaluate', 'k', k, { min: 1 })
  checkOneOf('evaluate', 'repurchases', repurchases, ['exclude', 'include'])
  checkOneOf('evaluate', 'population', population, ['returning', 'new'])
  return { at, k, repurchases, population, ...bootstrapOptions('evaluate', rest) }
}

/**
 * Refuses a split whose train period reaches into its test period, as one made by hand may: all figures would be too
 * good. O(lines).
 * @throws RangeError that names the first line on the wrong side
 */
export function checkOrderInTime({ train, test, at }: EvaluationSplit): void {
  checkNumber('evaluate', 'split.at', at)
  const start = describeValue(new Date(at))
  refuse('train', `be before split.at (${start})`, train.time, (time) => time >= at)
  refuse('test', `not be before split.at (${start})`, test.time, (time) => time < at)
}

function refuse(side: string, rule: string, times: Float64Array, wrong: (time: number) => boolean): void {
  const line = times.findIndex(wrong)
  if (line >= 0) throw rangeError('evaluate', `split.${side}.time[${line}]`, rule, new Date(times[line]!))
}
