import { expect, test } from 'vitest'
import { METRICS, perMetric } from '../src/metrics.js'

test('the metrics come in the order of their letters', () => {
  expect(METRICS.map((metric) => metric.charAt(0)).join('')).toBe('rfm')
})

test('makes something of each metric', () => {
  expect(perMetric((metric) => metric.length)).toEqual({ recency: 7, frequency: 9, monetary: 8 })
})
