import { expect, test } from 'vitest'
import { binsOf } from '../../src/segments/bins-of.js'

test('one number is for all metrics, three are for each', () => {
  expect(binsOf('fn', 4)).toEqual({ recency: 4, frequency: 4, monetary: 4 })
  expect(binsOf('fn', { recency: 3, frequency: 4, monetary: 5 })).toEqual({ recency: 3, frequency: 4, monetary: 5 })
})

test('refuses what is no number of bins', () => {
  expect(() => binsOf('fn', 1)).toThrow('fn: bins must be between 2 and 100, got 1')
  expect(() => binsOf('fn', { recency: 3 } as any)).toThrow('fn: bins.frequency must be an integer, got undefined')
})
