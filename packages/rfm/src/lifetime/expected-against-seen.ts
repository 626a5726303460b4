import { checkInteger, checkLength, checkNumber, idIndex, rangeError, type FeatureTable } from '@clientele/core'
import type { PurchaseHistories } from './purchase-histories.js'
import type { PurchaseModel } from './purchase-model.js'

/** Histories and what came of them; {@link holdoutSummary} makes them from an order log. */
export interface HoldoutHistories extends PurchaseHistories {
  /** Purchases that each customer made in the hold-out period: an integer of at least 0. */
  readonly holdoutPurchases: ArrayLike<number>
  /** Length of that period, in the unit of the histories. */
  readonly duration: number
}

/** A model's predictions beside what came: see {@link expectedAgainstSeen}. */
export interface ExpectedAgainstSeen extends FeatureTable<string> {
  /** Purchases expected of all customers together. */
  readonly expected: number
  /** Purchases they made. */
  readonly seen: number
  /** Mean distance between the two, per customer. */
  readonly meanAbsoluteError: number
}

/**
 * Purchases that a model expects in a hold-out period beside those that were made, by the number of repeat purchases before it.
 *
 * O(customers) predictions.
 * @param model fitted to the histories before the hold-out period
 * @param options `most`: the last row holds the customers with so many repeat purchases or more; default 7
 * @returns a row "0", "1", … "7+" for each number that occurs, with the columns `customers`, `expected` and `seen` (means per
 * customer); and sums over all
 * @throws RangeError when there are no customers, or a figure cannot be true
 * @example
 * const split = holdoutSummary(orders, { at: '2011-09-01', asOf: '2011-12-10' })
 * console.table(rowsOf(expectedAgainstSeen(fitBgNbd(split), split)))
 */
export function expectedAgainstSeen(
  model: PurchaseModel,
  histories: HoldoutHistories,
  { most = 7 }: { readonly most?: number } = {},
): ExpectedAgainstSeen {
  const fn = 'expectedAgainstSeen'
  const { repeatPurchases, holdoutPurchases, duration } = histories
  checkInteger(fn, 'most', most, { min: 1, max: 1_000_000 })
  checkNumber(fn, 'histories.duration', duration, { min: 0 })
  checkLength(fn, 'histories.holdoutPurchases', holdoutPurchases, repeatPurchases.length, 'customer')
  if (repeatPurchases.length === 0) throw rangeError(fn, 'histories', 'have at least one customer', 0)
  const expected = model.expectedPurchases(histories, duration)
  const groups = Array.from({ length: most + 1 }, () => ({ customers: 0, expected: 0, seen: 0 }))
  let [allExpected, allSeen, distance] = [0, 0, 0]
  expected.forEach((purchases, i) => {
    const seen = holdoutPurchases[i]!
    checkInteger(fn, `histories.holdoutPurchases[${i}]`, seen, { min: 0 })
    const group = groups[Math.min(repeatPurchases[i]!, most)]!
    group.customers++
    group.expected += purchases
    group.seen += seen
    allExpected += purchases
    allSeen += seen
    distance += Math.abs(purchases - seen)
  })
  const occurring = [...groups.keys()].filter((x) => groups[x]!.customers > 0)
  const column = (value: (group: (typeof groups)[number]) => number) =>
    Float64Array.from(occurring, (x) => value(groups[x]!))
  return {
    entity: 'repeatPurchases',
    index: idIndex(occurring.map((x) => (x === most ? `${x}+` : `${x}`))),
    columns: [
      { name: 'customers', values: column(({ customers }) => customers) },
      { name: 'expected', values: column((group) => group.expected / group.customers) },
      { name: 'seen', values: column((group) => group.seen / group.customers) },
    ],
    expected: allExpected,
    seen: allSeen,
    meanAbsoluteError: distance / expected.length,
  }
}
