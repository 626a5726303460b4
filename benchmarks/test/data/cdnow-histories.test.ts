import { readFileSync } from 'node:fs'
import { hasShared, sharedFile } from '@clientele/testing'
import { expect, test } from 'vitest'
import { cdnowHistories } from '../../src/data/cdnow-histories.js'

test.skipIf(!hasShared)('holds all customers; of every tenth the published sample', () => {
  const { repeatPurchases, activeSpan, age } = cdnowHistories.make()
  expect(age!.shape).toEqual([23_570])
  const histories = new Set<string>()
  repeatPurchases!.values.forEach((x, i) =>
    histories.add(`${x} ${activeSpan!.values[i]!.toFixed(2)} ${age!.values[i]!.toFixed(2)}`),
  )
  const sample = readFileSync(sharedFile('data/cdnow/cdnow_customers_summary.csv'), 'utf8').trim().split('\n').slice(1)
  const missing = sample.filter((row) => {
    const [, x, span, time] = row.split(',')
    return !histories.has(`${x} ${Number(span).toFixed(2)} ${Number(time).toFixed(2)}`)
  })
  expect(missing).toEqual([])
})
