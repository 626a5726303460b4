import { describeValue, positionOf, type Id, type Transactions } from '@clientele/core'
import type { EvaluationSplit, EvaluationWarning } from '../evaluation/evaluation.js'

/** What in a split makes figures too good. O(lines). */
export function splitWarnings<C extends Id>(split: EvaluationSplit<C>): EvaluationWarning<C>[] {
  const { test, foldIn, at } = split
  // Sides that one moment parts have no line in common: that was checked.
  const notInTime = at === undefined ? [...twice(split.train, test, 'train side'), ...outOfTime(split)] : []
  const notHeldOut =
    foldIn === undefined ? [] : [...twice(foldIn, test, 'fold-in part'), ...heldOutInTrain(split, foldIn)]
  return [...notInTime, ...notHeldOut]
}

/** Lines that are to be foreseen, although a model may have learned from them or is shown them. */
function twice<C extends Id>(side: Transactions<C>, test: Transactions<C>, name: string): EvaluationWarning<C>[] {
  return lineWarning('testInTrain', test, linesInBoth(side, test), `stand in the ${name}`)
}

function outOfTime<C extends Id>({ train, test }: EvaluationSplit<C>): EvaluationWarning<C>[] {
  const latest = train.time.reduce((last, time) => Math.max(last, time), -Infinity)
  const early = [...test.time.keys()].filter((line) => test.time[line]! < latest)
  return lineWarning('trainAfterTest', test, early, 'are earlier than others of the train side: trends leak')
}

function heldOutInTrain<C extends Id>(
  { train }: EvaluationSplit<C>,
  { customers }: Transactions<C>,
): EvaluationWarning<C>[] {
  const known = customers.ids.filter((id) => positionOf(train.customers, id) >= 0)
  const [example] = known
  if (example === undefined) return []
  const message = `${known.length} customers held out have lines in the train side; the first is ${describeValue(example)}`
  return [{ kind: 'heldOutInTrain', recommendations: 0, customers: known.length, example, message }]
}

function lineWarning<C extends Id>(
  kind: EvaluationWarning['kind'],
  { size, customers, customer }: Transactions<C>,
  lines: readonly number[],
  what: string,
): EvaluationWarning<C>[] {
  const [first] = lines
  if (first === undefined) return []
  const example = customers.ids[customer[first]!]!
  const message = `${lines.length} of ${size} lines of the test side ${what}; the first of ${describeValue(example)}`
  const concerned = new Set(lines.map((line) => customer[line]!)).size
  return [{ kind, recommendations: 0, customers: concerned, example, message }]
}

/** Lines of the test side whose customer, product and time stand in another side too. */
function linesInBoth(side: Transactions, test: Transactions): number[] {
  const key = (customer: number, product: number, time: number) => `${customer} ${product} ${time}`
  const known = new Set(Array.from(side.time, (time, line) => key(side.customer[line]!, side.product![line]!, time)))
  const customers = test.customers.ids.map((id) => positionOf(side.customers, id))
  const products = test.products!.ids.map((id) => positionOf(side.products!, id))
  return [...test.time.keys()].filter((line) =>
    known.has(key(customers[test.customer[line]!]!, products[test.product![line]!]!, test.time[line]!)),
  )
}
