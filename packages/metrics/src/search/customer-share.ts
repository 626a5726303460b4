import { positionOf, random, selectLines, shuffle } from '@clientele/core'
import type { EvaluationSplit } from '../evaluation/evaluation.js'

/**
 * A split of some of its customers, both sides whole for each of them. A larger share holds the customers of a smaller one.
 *
 * O(lines + customers).
 * @param share of the customers of the train side, in (0, 1], at least one; customers of the test side alone are drawn apart
 */
export function customerShare<X extends EvaluationSplit>(split: X, share: number, seed: string | number): X {
  if (share === 1) return split
  const { train, test, foldIn } = split
  const isKept = drawn(train.customers.ids.length, share, seed, 'train')
  const isKeptNew = drawn(test.customers.ids.length, share, seed, 'test')
  const keptInTest = test.customers.ids.map((id, position) => {
    const inTrain = positionOf(train.customers, id)
    return inTrain < 0 ? isKeptNew[position]! : isKept[inTrain]!
  })
  return {
    ...split,
    train: selectLines(train, linesOf(train.customer, isKept)),
    test: selectLines(test, linesOf(test.customer, keptInTest)),
    // Customers held out are known by their fold-in part: it goes with their test lines.
    ...(foldIn && {
      foldIn: selectLines(
        foldIn,
        linesOf(
          foldIn.customer,
          foldIn.customers.ids.map((id) => keptInTest[positionOf(test.customers, id)] ?? 0),
        ),
      ),
    }),
  }
}

function drawn(customers: number, share: number, seed: string | number, side: string): Uint8Array {
  const order = shuffle(
    Int32Array.from({ length: customers }).map((_, i) => i),
    random(seed).fork('share').fork(side),
  )
  const isKept = new Uint8Array(customers)
  for (const customer of order.subarray(0, Math.max(1, Math.round(share * customers)))) isKept[customer] = 1
  return isKept
}

function linesOf(customer: Int32Array, isKept: ArrayLike<number>): Int32Array {
  return Int32Array.from(customer.keys()).filter((line) => isKept[customer[line]!] === 1)
}
