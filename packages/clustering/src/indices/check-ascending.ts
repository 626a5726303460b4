import { checkInteger, rangeError } from '@clientele/core'

/**
 * Throws in the name of `fn` unless `ks` are at least two ascending numbers of clusters, from `least` to below the number of
 * distinct rows.
 */
export function checkAscending(fn: string, ks: ArrayLike<number>, least: number, distinct: number): Int32Array {
  if (!(ks?.length >= 2)) throw rangeError(fn, 'ks', 'hold at least two numbers of clusters', ks)
  for (let i = 0; i < ks.length; i++) {
    checkInteger(fn, `ks[${i}]`, ks[i], { min: least })
    if (ks[i]! >= distinct) throw rangeError(fn, `ks[${i}]`, `be below ${distinct}, the number of distinct rows`, ks[i])
    if (i > 0 && ks[i]! <= ks[i - 1]!) throw rangeError(fn, `ks[${i}]`, `be above ks[${i - 1}] = ${ks[i - 1]}`, ks[i])
  }
  return Int32Array.from(ks)
}
