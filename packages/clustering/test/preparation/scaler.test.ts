import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitMinMax, fitRobust, fitStandard } from '../../src/index.js'
import { scaler } from '../../src/preparation/scaler.js'
import { columnsOf, tableOf } from './tables.js'

const customers = tableOf({ recency: [3, 40, 8], frequency: [9, 1, 5], monetary: [120, 8, 64] })

const halves = {
  transform: { map: (value: number) => value / 2, rule: () => 'be small' },
  invert: { map: (value: number) => value * 2, rule: () => 'be large' },
}

test('a table keeps its ids and the columns that the scaler is not about', () => {
  const { transform, invert } = fitMinMax(customers, { columns: ['monetary', 'frequency'] })
  const scaled = transform(customers)
  expect(scaled.entity).toBe('customer')
  expect(scaled.index.ids).toEqual(['a', 'b', 'c'])
  expect(columnsOf(scaled)).toEqual({ recency: [3, 40, 8], frequency: [1, 0, 0.5], monetary: [1, 0, 0.5] })
  expect(columnsOf(invert(scaled))).toEqual(columnsOf(customers))
})

test('later rows go through a scaler of a table in the order of its columns', () => {
  const { transform } = fitMinMax(customers, { columns: ['monetary', 'frequency'] })
  expect(transform([[64, 9]])).toEqual({ rows: 1, columns: 2, values: Float64Array.of(0.5, 1) })
})

test('no rows become no rows', () => {
  expect(fitMinMax(customers).transform([])).toEqual({ rows: 0, columns: 3, values: new Float64Array(0) })
  const none = tableOf({ recency: [], frequency: [], monetary: [] })
  expect(columnsOf(fitMinMax(customers).transform(none))).toEqual({ recency: [], frequency: [], monetary: [] })
})

test('inputs are not changed', () => {
  const points = { rows: 2, columns: 1, values: Float64Array.of(1, 3) }
  fitStandard(points).transform(points)
  expect(points.values).toEqual(Float64Array.of(1, 3))
  fitStandard(customers).transform(customers)
  expect(columnsOf(customers)['recency']).toEqual([3, 40, 8])
})

test('a scaler cannot be changed', () => {
  const fitted = fitStandard([[1], [2]])
  expect(() => Object.assign(fitted, { transform: undefined })).toThrow(TypeError)
  expect(() => Object.assign(fitted.parameters.columns[0]!, { mean: 7 })).toThrow(TypeError)
})

test('what has no finite place on the other side is refused with the rule', () => {
  const { transform, invert } = scaler({}, [
    { name: 'x', ...halves, transform: { map: () => NaN, rule: (value) => `not be ${value}` } },
  ])
  expect(() => transform([[4]])).toThrow(new RangeError('Scaler.transform: points[0][0] must not be 4, got 4'))
  expect(() => transform(tableOf({ x: [5] }))).toThrow(
    new RangeError('Scaler.transform: table column "x"[0] must not be 5, got 5'),
  )
  expect(() => invert([[1e308], [2e307]])).toThrow(
    new RangeError('Scaler.invert: points[0][0] must be large, got 1e+308'),
  )
})

test.each([
  [[[1, 2]], 'Scaler.transform: points.columns must be 3, as the scaler has, got 2'],
  [[[1, 2, NaN]], 'Scaler.transform: points[0][2] must be finite, got NaN'],
  [
    tableOf({ recency: [1] }),
    'Scaler.transform: columns[1] must be a column of the table ("recency"), got "frequency"',
  ],
  [
    tableOf({ recency: [NaN], frequency: [1], monetary: [1] }),
    'Scaler.transform: table column "recency"[0] must be finite, got NaN',
  ],
])('later features %j are refused', (later, message) => {
  expect(() => fitStandard(customers).transform(later as never)).toThrow(new RangeError(message))
})

test('a table does not fit a scaler of rows without names', () => {
  expect(() => fitStandard([[1], [2]]).transform(customers)).toThrow(
    new RangeError('Scaler.transform: points must be rows, as the scaler was fitted on, got an object'),
  )
})

test('linear scales give the data back', () => {
  const cell = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 2 }), (points) => {
      for (const fit of [fitStandard, fitRobust, fitMinMax]) {
        const { transform, invert } = fit(points)
        const back = invert(transform(points)).values
        const size = Math.max(...points.flat().map(Math.abs))
        points
          .flat()
          .forEach((each, i) => expect(Math.abs(back[i]! - each)).toBeLessThanOrEqual(1e-9 * Math.max(size, 1e-300)))
      }
    }),
  )
})

test('a change of unit and origin leaves standard scores', () => {
  const points = [[1], [4], [6], [13]]
  const { values } = fitStandard(points).transform(points)
  const inPence = points.map(([value]) => [100 * value! - 250])
  fitStandard(inPence)
    .transform(inPence)
    .values.forEach((each, i) => expect(each).toBeCloseTo(values[i]!, 12))
})
