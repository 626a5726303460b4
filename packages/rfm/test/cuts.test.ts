import { expect, test } from 'vitest'
import { copyCuts, quantileCuts } from '../src/cuts.js'

test('cuts each metric at its quantiles', () => {
  const measured = { recency: [1, 2, 3, 4, 5], frequency: [1, 1, 1, 1, 9], monetary: [0, 10, 20, 30, 40] }
  // Type 7 by hand: the quarter points of five values are the second, third and fourth.
  expect(quantileCuts(measured, 4)).toEqual({ recency: [2, 3, 4], frequency: [1, 1, 1], monetary: [10, 20, 30] })
})

test('copies the cuts it is given, of any length for each metric', () => {
  const given = { recency: [30, 90], frequency: [1, 1], monetary: [99.5] }
  const copy = copyCuts(given)
  expect(copy).toEqual(given)
  given.recency[0] = 31
  expect(copy.recency).toEqual([30, 90])
})

test.each([
  [{ recency: [] }, 'rfm: cuts.recency.length must be between 1 and 99, got 0'],
  [{ recency: [90, 30] }, 'rfm: cuts.recency[1] must be at least 90, got 30'],
  [{ frequency: [NaN] }, 'rfm: cuts.frequency[0] must be finite, got NaN'],
  [{ frequency: ['1'] }, 'rfm: cuts.frequency[0] must be a number, got "1"'],
  [{ monetary: undefined }, 'rfm: cuts.monetary must be an array of numbers, got undefined'],
])('refuses %j', (wrong, message) => {
  const cuts = { recency: [1], frequency: [1], monetary: [1], ...wrong } as any
  expect(() => copyCuts(cuts)).toThrow(message)
})
