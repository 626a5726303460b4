import { expect, test } from 'vitest'
import { chooseCuts, quantileCuts } from '../../src/scores/cuts.js'

const measured = { recency: [1, 2, 3, 4, 5], frequency: [1, 1, 1, 1, 9], monetary: [0, 10, 20, 30, 40] }

test('cuts each metric at its quantiles', () => {
  // Type 7 by hand: the quarter points of five values are the second, third and fourth.
  expect(chooseCuts(measured, { bins: 4 })).toEqual({
    recency: [2, 3, 4],
    frequency: [1, 1, 1],
    monetary: [10, 20, 30],
  })
  expect(quantileCuts(measured.recency, 4)).toEqual([2, 3, 4])
})

test.each([3, 4, 5, 10, 100])('makes one cut fewer than the %i bins', (bins) => {
  const cuts = chooseCuts(measured, { bins })
  expect([cuts.recency.length, cuts.frequency.length, cuts.monetary.length]).toEqual([bins - 1, bins - 1, bins - 1])
})

test('each metric may have its own number of bins; five where none is named', () => {
  const cuts = chooseCuts(measured, { bins: { recency: 3, monetary: 10 } })
  expect([cuts.recency.length, cuts.frequency.length, cuts.monetary.length]).toEqual([2, 4, 9])
})

test('copies the cuts it is given, of any length for each metric', () => {
  const given = { recency: [30, 90], frequency: [1, 1], monetary: [99.5] }
  const copy = chooseCuts(measured, { cuts: given })
  expect(copy).toEqual(given)
  given.recency[0] = 31
  expect(copy.recency).toEqual([30, 90])
})

test('a method may cut all metrics, or some of them beside fixed cuts', () => {
  const halves = (values: ArrayLike<number>, bins: number) =>
    Array.from({ length: bins - 1 }, (_, i) => values[0]! + i / 2)
  expect(chooseCuts(measured, { bins: 3, cuts: halves })).toEqual({
    recency: [1, 1.5],
    frequency: [1, 1.5],
    monetary: [0, 0.5],
  })
  expect(chooseCuts(measured, { bins: 4, cuts: { recency: [7], monetary: halves } })).toEqual({
    recency: [7],
    frequency: [1, 1, 1],
    monetary: [0, 0.5, 1],
  })
})

test.each([
  [{ recency: [] }, 'rfm: cuts.recency.length must be between 1 and 99, got 0'],
  [{ recency: [90, 30] }, 'rfm: cuts.recency[1] must be at least 90, got 30'],
  [{ frequency: [NaN] }, 'rfm: cuts.frequency[0] must be finite, got NaN'],
  [{ frequency: ['1'] }, 'rfm: cuts.frequency[0] must be a number, got "1"'],
  [{ monetary: undefined }, 'rfm: cuts.monetary must be an array of numbers, got undefined'],
  [{ monetary: () => [2, 1] }, 'rfm: cuts.monetary[1] must be at least 2, got 1'],
  [{ money: [1] }, 'rfm: a metric of cuts must be one of "recency", "frequency", "monetary", got "money"'],
])('refuses the cuts %j', (wrong, message) => {
  const cuts = { recency: [1], frequency: [1], monetary: [1], ...wrong } as any
  expect(() => chooseCuts(measured, { cuts })).toThrow(message)
})

test.each([
  [1, 'rfm: bins must be between 2 and 100, got 1'],
  ['5', 'rfm: bins must be an integer, got "5"'],
  [{ recency: 101 }, 'rfm: bins.recency must be between 2 and 100, got 101'],
  [{ recencey: 3 }, 'rfm: a metric of bins must be one of "recency", "frequency", "monetary", got "recencey"'],
])('refuses the bins %j', (bins, message) => {
  expect(() => chooseCuts(measured, { bins: bins as any })).toThrow(message)
})

test('quantile cuts by hand need values and bins', () => {
  expect(() => quantileCuts([], 3)).toThrow('quantileCuts: values.length must be at least 1, got 0')
  expect(() => quantileCuts([1, Infinity], 3)).toThrow('quantileCuts: values[1] must be finite, got Infinity')
  expect(() => quantileCuts([1], 0)).toThrow('quantileCuts: bins must be between 2 and 100, got 0')
})

test('bins for cuts that are given contradict them', () => {
  const cuts = { recency: [1], frequency: [1], monetary: [1] }
  expect(() => chooseCuts(measured, { bins: 2, cuts })).toThrow('rfm: bins must be left out when cuts are given, got 2')
  expect(() => chooseCuts(measured, { bins: { recency: 2 }, cuts: { recency: [1] } })).toThrow(
    'rfm: bins.recency must be left out when cuts are given, got 2',
  )
})
