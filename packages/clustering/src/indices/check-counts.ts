import { checkInteger, checkLength } from '@clientele/core'

/** Weights that count rows, if there are any; throws in the name of `fn` unless there is one integer of at least 1 per row. */
export function checkCounts(
  fn: string,
  weights: ArrayLike<number> | undefined,
  rows: number,
): Float64Array | undefined {
  if (weights === undefined) return undefined
  checkLength(fn, 'weights', weights, rows, 'row')
  for (let row = 0; row < rows; row++) {
    if (!(Number.isSafeInteger(weights[row]) && weights[row]! >= 1)) {
      checkInteger(fn, `weights[${row}]`, weights[row], { min: 1 })
    }
  }
  return Float64Array.from(weights)
}
