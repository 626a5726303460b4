import type { FeatureTable, Transactions } from '@clientele/core'
import type { CleaningReport } from '@clientele/io'
import type { Recommendation } from '@clientele/recommenders'
import { summarizeSegments, type Rfm } from '@clientele/rfm'
import { clusterCustomers, type CustomerClusters } from './cluster-customers.js'
import { compareModels, type Comparison } from './compare-models.js'
import { customerStory, type CustomerStory } from './customer-story.js'
import { counted } from './figures.js'
import { fitModels, type Models } from './fit-models.js'
import { ordersIn } from './orders-in.js'
import type { PathOptions } from './path-options.js'
import { recommendToAll } from './recommend-to-all.js'
import type { RunStep } from './run-steps.js'
import { scoreCustomers } from './score-customers.js'
import { UsageError } from './usage-error.js'

/** Everything that the path found. */
export interface PathResult {
  /** Where the orders come from. */
  readonly title: string
  readonly orders: Transactions
  /** What cleaning dropped; `undefined` for a generated shop, which is clean. */
  readonly report: CleaningReport | undefined
  /** One row per customer: recency, frequency, monetary value, their scores, segment, cluster. */
  readonly customers: Rfm
  /** What each segment is worth. */
  readonly segments: FeatureTable
  readonly clusters: CustomerClusters
  /** `undefined` when the orders have no products. */
  readonly recommendations: Recommendations | undefined
  /** How the models did on the last 30 days; `undefined` when that is not asked for, or the orders do not allow it. */
  readonly comparison: Comparison | undefined
  /** The customer asked for, if one was. */
  readonly story: CustomerStory | undefined
}

/** What to recommend to whom, and the models that can say why. */
export interface Recommendations {
  readonly models: Models
  /** One list per customer, in their order. */
  readonly lists: readonly (readonly Recommendation[])[]
}

/** Orders in; clean lines, scores, clusters, segments, recommendations and an honest evaluation out. */
export async function wholePath(options: PathOptions, step: RunStep): Promise<PathResult> {
  const { seed, timeZone } = options
  const source = await ordersIn(options, step)
  const { orders } = source
  const scored = await step('Scoring customers', () => scoreCustomers(orders, timeZone))
  const story = storyAskedFor(orders, scored.asOf, options)
  const clusters = await step('Clustering customers', (asynchronous) => clusterCustomers(scored, seed, asynchronous))
  const found = {
    ...source,
    customers: { ...scored, columns: [...scored.columns, { name: 'cluster', values: clusters.cluster }] },
    segments: summarizeSegments(scored),
    clusters,
    story,
  }
  if (orders.product === undefined) return { ...found, recommendations: undefined, comparison: undefined }
  const comparison = showsOneCustomer(options)
    ? undefined
    : await step('Evaluating recommenders', (asynchronous) => compareModels(orders, { seed, timeZone }, asynchronous))
  const models = await step('Fitting recommenders', (asynchronous) => fitModels(orders, asynchronous))
  const lists = await step('Recommending', (asynchronous) => recommendToAll(models, asynchronous))
  return { ...found, comparison, recommendations: { models, lists } }
}

/** One customer's page says nothing of how good the models are; files do. */
function showsOneCustomer({ customer, out }: PathOptions): boolean {
  return customer !== undefined && out === undefined
}

/** The customer asked for, looked up before the long steps: a mistyped id is told at once. */
function storyAskedFor(
  orders: Transactions,
  asOf: number,
  { customer, timeZone }: PathOptions,
): CustomerStory | undefined {
  if (customer === undefined) return undefined
  const story = customerStory(orders, customer, { asOf, timeZone })
  if (story === undefined) {
    const [first] = orders.customers.ids
    const known = `${counted(orders.customers.ids.length, 'customer')}, the first is ${JSON.stringify(first)}`
    throw new UsageError(`--customer must be in the data (${known}), got ${JSON.stringify(customer)}`)
  }
  return story
}
