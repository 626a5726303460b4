import { day } from './figures.js'
import type { JudgedModel } from './compare-models.js'
import type { PathResult } from './whole-path.js'

/** The evaluation as plain data for a JSON file: all that the figures depend on, and the figures. */
export function evaluationFacts({ title, comparison }: PathResult, timeZone: string) {
  if (comparison === undefined) {
    return { orders: title, leftOut: 'the orders have no products, or none before the last 30 days' }
  }
  const { at, facts, returning, newcomers } = comparison
  return {
    orders: title,
    testPeriodBegins: day(at, timeZone),
    timeZone,
    split: facts,
    returningCustomers: returning.map(figuresOf),
    newCustomers: newcomers.map(figuresOf),
  }
}

/** An evaluation without its table of single customers. */
function figuresOf({ name, evaluation }: JudgedModel) {
  const figures = Object.entries(evaluation).filter(([key]) => key !== 'perCustomer')
  return { model: name, ...Object.fromEntries(figures) }
}
