import type { EvaluationMetric } from '@clientele/metrics'
import type { Comparison, JudgedModel } from './compare-models.js'
import { count, counted, day } from './figures.js'
import { line, section } from './section.js'
import { textTable } from './text-table.js'

const METRICS: readonly [EvaluationMetric, string][] = [
  ['precision', 'Precision@10'],
  ['recall', 'Recall@10'],
  ['ndcg', 'nDCG@10'],
  ['hitRate', 'Hit rate@10'],
  ['coverage', 'Coverage@10'],
]

/** How the models did on the last 30 days, or why that cannot be said. */
export function evaluationReport(comparison: Comparison | undefined, timeZone: string): string {
  const title = 'Evaluation on the last 30 days'
  if (comparison === undefined) {
    return section(title, line('Left out: there are no orders before the last 30 days to learn from'))
  }
  const { at, facts, returning, newcomers } = comparison
  return section(
    `${title}, from ${day(at, timeZone)}; learned from the orders before`,
    line(
      `${count(facts.returningCustomers)} of ${counted(facts.test.customers, 'customer')} had bought before; new: ${count(facts.newCustomers)}`,
    ),
    judged('Returning', returning),
    judged('New', newcomers),
  )
}

function judged(who: string, models: readonly JudgedModel[]): string {
  const first = models[0]
  if (first === undefined) return line(`${who} customers: nobody bought a product that was new to them`)
  const columns = [
    { title: 'Metric', align: 'left' } as const,
    ...models.map(({ name }) => ({ title: name, align: 'right' }) as const),
  ]
  const rows = METRICS.map(([metric, title]) => [
    title,
    ...models.map(({ evaluation }) => {
      const { mean, low, high } = evaluation.metrics[metric]
      return `${mean.toFixed(4)} (${low.toFixed(4)}–${high.toFixed(4)})`
    }),
  ])
  return (
    line(`${who} customers (${count(first.evaluation.customers)} judged), mean and 95 % interval:`) +
    textTable(columns, rows)
  )
}
