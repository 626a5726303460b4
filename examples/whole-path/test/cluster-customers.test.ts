import { denseOf, featureColumn, type FeatureTable } from '@clientele/core'
import { generateShop } from '@clientele/synthetic-data'
import { expect, test } from 'vitest'
import { clusterCustomers } from '../src/cluster-customers.js'
import { scoreCustomers } from '../src/score-customers.js'

const scored = scoreCustomers(generateShop({ seed: 'clusters', customers: 300 }).orders, 'UTC')
const SCORES = ['recencyScore', 'frequencyScore', 'monetaryScore']

function scoresOf(table: FeatureTable): string[] {
  const { values } = denseOf(table, SCORES)
  return table.index.ids.map((_, row) => values.slice(3 * row, 3 * row + 3).join())
}

test('customers with the same scores are in the same cluster', async () => {
  const { cluster, cells } = await clusterCustomers(scored, 1, {})
  const clusterOf = new Map<string, number>()
  scoresOf(scored).forEach((scores, row) => {
    expect(clusterOf.get(scores) ?? cluster[row]).toBe(cluster[row])
    clusterOf.set(scores, cluster[row]!)
  })
  expect(cells).toBe(clusterOf.size)
})

test('clusters are numbered from 1, the largest first, and the summary agrees', async () => {
  const { cluster, k, knee, summary } = await clusterCustomers(scored, 1, {})
  const sizes = Array.from({ length: k }, (_, i) => cluster.filter((each) => each === i + 1).length)
  expect(k).toBe(knee)
  expect(sizes.every((size, i) => size > 0 && (i === 0 || size <= sizes[i - 1]!))).toBe(true)
  expect(sizes.reduce((a, b) => a + b)).toBe(300)
  expect(summary.index.ids).toEqual(sizes.map((_, i) => String(i + 1)))
  expect(Array.from(featureColumn(summary, 'customers').values)).toEqual(sizes)
})

test('one cluster has the sum of squares around the mean as its inertia', async () => {
  const { elbow } = await clusterCustomers(scored, 1, {})
  let squares = 0
  for (const name of SCORES) {
    const values = Array.from(featureColumn(scored, name).values)
    const mean = values.reduce((a, b) => a + b) / values.length
    for (const value of values) squares += (value - mean) ** 2
  }
  expect(elbow.inertias[0]).toBeCloseTo(squares, 6)
})

test('too few combinations for a bend leave one cluster', async () => {
  const two = { ...scored, index: { ids: scored.index.ids.slice(0, 2) } }
  const columns = scored.columns.map((column) => ({ ...column, values: column.values.slice(0, 2) }))
  const { k, knee, cluster } = await clusterCustomers({ ...two, columns }, 1, {})
  expect({ k, knee, cluster: Array.from(cluster) }).toEqual({ k: 1, knee: undefined, cluster: [1, 1] })
})
