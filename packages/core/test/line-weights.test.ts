import { expect, test } from 'vitest'
import { transactionsFromColumns } from '../src/index.js'
import { lineWeights } from '../src/line-weights.js'

const orders = transactionsFromColumns({
  customer: ['a', 'a', 'a', 'a'],
  time: ['2024-01-31', '2024-01-21', '2024-01-26', '2000-01-01'],
  amount: [1, 1, 1, 1],
})

test('a line counts half after each half-life, and nothing once it is forgotten', () => {
  const [now, before, half, forgotten] = lineWeights('f', orders, { halfLife: 10, asOf: '2024-01-31' })!
  expect([now, before, forgotten]).toEqual([1, 0.5, 0])
  expect(half).toBeCloseTo(Math.SQRT1_2, 12)
  expect(lineWeights('f', orders, {})).toBeUndefined()
})

test('bad options and lines of the future are named', () => {
  const weights = (options: object) => () => lineWeights('f', orders, options)
  expect(weights({ halfLife: 1 })).toThrow(new TypeError('f: asOf must be given with halfLife, got undefined'))
  expect(weights({ asOf: 0 })).toThrow(new TypeError('f: halfLife must be given with asOf, got undefined'))
  expect(weights({ halfLife: NaN, asOf: 0 })).toThrow('f: halfLife must be finite, got NaN')
  expect(weights({ halfLife: 0, asOf: '2024-02-01' })).toThrow('f: halfLife must be at least')
  expect(weights({ halfLife: 1, asOf: '2024-01-30' })).toThrow(
    new RangeError('f: orders.time[0] must not lie after asOf, got 2024-01-31T00:00:00.000Z'),
  )
})
