import { calendarDay, interactionsOf, positionOf, type AsyncOptions, type Transactions } from '@clientele/core'
import {
  evaluateAsync,
  splitByTime,
  type EvaluateOptions,
  type Evaluation,
  type SplitFacts,
  type TimeSplit,
} from '@clientele/metrics'
import { fitPopularity, withFallback, type Recommender } from '@clientele/recommenders'
import { fitModels } from './fit-models.js'

/** Models judged by what customers bought in the last 30 days, each having learned only from what was before. */
export interface Comparison {
  /** First moment of the test period, epoch milliseconds. */
  readonly at: number
  readonly facts: SplitFacts
  /** Over customers with orders in both periods. */
  readonly returning: readonly JudgedModel[]
  /** Over customers whose first order lies in the test period. */
  readonly newcomers: readonly JudgedModel[]
}

/** A model by name and how it did. */
export interface JudgedModel {
  readonly name: string
  readonly evaluation: Evaluation
}

const TEST_DAYS = 30
const LIST = 10

/**
 * Popularity, item-based collaborative filtering (popularity as fallback) and, where quantities are known, the baseline that
 * recommends the products with the highest mean quantity, compared on the last 30 days. Nothing of those days is known to
 * the models.
 * @returns `undefined` when all orders lie within the last 30 days, so that there is nothing to learn from
 */
export async function compareModels(
  orders: Transactions,
  { seed, timeZone }: { readonly seed: string | number; readonly timeZone: string },
  asynchronous: AsyncOptions,
): Promise<Comparison | undefined> {
  if (daysSpanned(orders, timeZone) <= TEST_DAYS) return undefined
  const split = splitByTime(orders, { testDays: TEST_DAYS, timeZone })
  const { combined, popularity } = await fitModels(split.train, asynchronous)
  const simple: NamedModel[] = [{ name: 'popularity', model: popularity }]
  if (split.train.quantity !== undefined) {
    simple.push({ name: 'mean quantity', model: fitPopularity(split.train, { by: 'meanQuantity' }) })
  }
  const judge = (models: readonly NamedModel[], population: 'returning' | 'new') =>
    judgeAll(models, split, { k: LIST, seed, population, ...asynchronous })
  const all = [{ name: 'item-based CF', model: combined }, ...simple]
  return {
    at: split.at,
    facts: split.facts,
    returning: somebodyReturns(split) ? await judge(all, 'returning') : [],
    newcomers: split.facts.newCustomers > 0 ? await judge(simple.map(answersAnybody), 'new') : [],
  }
}

interface NamedModel {
  readonly name: string
  readonly model: Recommender
}

/** A model that answers customers it does not know as somebody without a history. */
function answersAnybody({ name, model }: NamedModel): NamedModel {
  return { name, model: withFallback(model, model) }
}

async function judgeAll(
  models: readonly NamedModel[],
  split: TimeSplit,
  options: EvaluateOptions & AsyncOptions,
): Promise<JudgedModel[]> {
  const judged: JudgedModel[] = []
  for (const { name, model } of models) judged.push({ name, evaluation: await evaluateAsync(model, split, options) })
  return judged
}

function daysSpanned({ time }: Transactions, timeZone: string): number {
  const dayOf = calendarDay(timeZone)
  const first = time.reduce((earliest, each) => Math.min(earliest, each), Infinity)
  const last = time.reduce((latest, each) => Math.max(latest, each), -Infinity)
  return dayOf(last) - dayOf(first) + 1
}

/** Whether a customer of both periods bought something in the second that they had not bought in the first. */
function somebodyReturns({ train, test }: TimeSplit): boolean {
  const { customers, products, matrix } = interactionsOf(train)
  return test.customer.some((customer, line) => {
    const row = positionOf(customers, test.customers.ids[customer]!)
    if (row < 0) return false
    const product = positionOf(products, test.products!.ids[test.product![line]!]!)
    return !matrix.indices.subarray(matrix.offsets[row], matrix.offsets[row + 1]).includes(product)
  })
}
