import { expect, test } from 'vitest'
import { gatherSpenders } from '../../src/lifetime/spenders.js'

test('gathers those with repeat purchases by their number, money in the mean', () => {
  const spenders = gatherSpenders('fit', { repeatPurchases: [3, 0, 1, 3], meanRepeatSpend: [20, 0, 10, 30] }, undefined)
  expect(spenders).toMatchObject({
    total: Float64Array.of(0.5, 3, 4.5),
    weights: Float64Array.of(1, 1, 1),
    unit: 20,
    customers: 3,
  })
  expect(spenders.levels.map(({ x, from, to, weight }) => [x, from, to, weight])).toEqual([
    [1, 0, 1, 1],
    [3, 1, 3, 2],
  ])
  expect(spenders.levels[1]!.logSpend).toBeCloseTo(Math.log(1.5), 14)
  // x − x̄ is −4/3, 2/3, 2/3 and m − m̄ is −10, 0, 10.
  expect(spenders.correlation).toBeCloseTo(20 / Math.sqrt((24 / 9) * 200), 14)
})

test('weights count, and who weighs nothing is left out', () => {
  const spending = { repeatPurchases: [1, 1, 2], meanRepeatSpend: [10, 40, 7] }
  expect(gatherSpenders('fit', spending, [2, 1, 0])).toMatchObject({ unit: 20, customers: 3, correlation: undefined })
})

test('many customers of one number are cut into pieces', () => {
  const all = (value: number) => new Array<number>(40_000).fill(value)
  const { levels, correlation } = gatherSpenders('fit', { repeatPurchases: all(2), meanRepeatSpend: all(5) }, undefined)
  expect(levels.map(({ from, to }) => to - from)).toEqual([16_384, 16_384, 7232])
  expect(correlation).toBeUndefined()
})

test.each<[any, number[] | undefined, string]>([
  [
    { repeatPurchases: [0], meanRepeatSpend: [0] },
    undefined,
    'fit: spending.repeatPurchases must be above 0 for some customer',
  ],
  [
    { repeatPurchases: [], meanRepeatSpend: [] },
    undefined,
    'fit: spending.repeatPurchases must be above 0 for some customer',
  ],
  [
    { repeatPurchases: [0, 2], meanRepeatSpend: [0, 0] },
    undefined,
    'fit: spending.meanRepeatSpend[1] must be above 0, as there is a repeat purchase, got 0',
  ],
  [
    { repeatPurchases: [1], meanRepeatSpend: [NaN] },
    undefined,
    'fit: spending.meanRepeatSpend[0] must be finite, got NaN',
  ],
  [{ repeatPurchases: [1], meanRepeatSpend: [1] }, [1, 2], 'fit: weights.length must be 1'],
  [{ repeatPurchases: [1], meanRepeatSpend: [1] }, [-1], 'fit: weights[0] must be at least 0, got -1'],
])('refuses %o with weights %o', (spending, weights, message) => {
  expect(() => gatherSpenders('fit', spending, weights)).toThrow(message)
})
