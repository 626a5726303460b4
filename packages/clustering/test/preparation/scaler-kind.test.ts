import { expect, test } from 'vitest'
import { fitStandard, standardFrom } from '../../src/index.js'
import { columnsInDomain, fitKind, kindFrom, type ScalerKind } from '../../src/preparation/scaler-kind.js'
import { tableOf } from './tables.js'

interface Share {
  readonly total: number
}

const share: ScalerKind<'share', Share> = {
  kind: 'share',
  fields: { total: 'positive' },
  transform:
    ({ total }) =>
    (value) =>
      value / total,
  invert:
    ({ total }) =>
    (value) =>
      value * total,
  domain: { includes: (value) => value >= 0, rule: 'be at least 0' },
}
const total = (values: Float64Array) => ({ total: values.reduce((sum, value) => sum + value, 0) })

test('a kind says what is learned of a column and what is done with it', () => {
  const fitted = fitKind(share, 'fitShare', tableOf({ x: [1, 3], y: [4, 0] }), undefined, total)
  expect(fitted.parameters).toEqual({
    kind: 'share',
    columns: [
      { name: 'x', total: 4 },
      { name: 'y', total: 4 },
    ],
  })
  expect(fitted.transform([[1, 2]]).values).toEqual(Float64Array.of(0.25, 0.5))
  expect(fitted.invert([[0.25, 0.5]]).values).toEqual(Float64Array.of(1, 2))
})

test('rows without names give parameters without names', () => {
  expect(fitKind(share, 'fitShare', [[1], [3]], undefined, total).parameters.columns).toEqual([{ total: 4 }])
})

test('a cell that the kind is not made for is refused by name', () => {
  expect(() =>
    columnsInDomain(
      share,
      'fitShare',
      [
        [1, 2],
        [3, -4],
      ],
      undefined,
    ),
  ).toThrow(new RangeError('fitShare: points[1][1] must be at least 0, got -4'))
})

test('parameters survive structuredClone and JSON', () => {
  const customers = tableOf({ recency: [3, 40, 8], monetary: [1 / 3, 8, 64] })
  const { parameters, transform } = fitStandard(customers)
  for (const copy of [structuredClone(parameters), JSON.parse(JSON.stringify(parameters))]) {
    expect(copy).toEqual(parameters)
    expect(standardFrom(copy).transform(customers)).toEqual(transform(customers))
  }
})

test('a scaler from parameters does not follow later changes of them', () => {
  const parameters = { kind: 'share' as const, columns: [{ total: 4 }] }
  const { transform } = kindFrom(share, 'shareFrom', parameters)
  parameters.columns[0]!.total = 8
  expect(transform([[4]]).values[0]).toBe(1)
})

const column = { mean: 1, scale: 2, constant: false }

test.each([
  [undefined, RangeError, 'standardFrom: parameters.kind must be "standard", got undefined'],
  [{ kind: 'standard' }, TypeError, 'standardFrom: parameters.columns must be a list of columns, got undefined'],
  [
    { kind: 'standard', columns: [] },
    TypeError,
    'standardFrom: parameters.columns must be a list of columns, got an array of 0',
  ],
  [
    { kind: 'standard', columns: [null] },
    TypeError,
    'standardFrom: parameters.columns[0].mean must be a number, got undefined',
  ],
  [
    { kind: 'standard', columns: [{ ...column, mean: null }] },
    TypeError,
    'standardFrom: parameters.columns[0].mean must be a number, got null',
  ],
  [
    { kind: 'standard', columns: [column, { ...column, scale: 0 }] },
    RangeError,
    'standardFrom: parameters.columns[1].scale must be above 0, got 0',
  ],
  [
    { kind: 'standard', columns: [{ ...column, constant: 1 }] },
    TypeError,
    'standardFrom: parameters.columns[0].constant must be true or false, got 1',
  ],
  [
    { kind: 'standard', columns: [{ name: 'x', ...column }, column] },
    RangeError,
    'standardFrom: parameters.columns[1].name must be a name of its own, or absent in all columns, got undefined',
  ],
  [
    {
      kind: 'standard',
      columns: [
        { name: 'x', ...column },
        { name: 'x', ...column },
      ],
    },
    RangeError,
    'standardFrom: parameters.columns[1].name must be a name of its own, or absent in all columns, got "x"',
  ],
  [
    { kind: 'standard', columns: [column, { name: 'x', ...column }] },
    RangeError,
    'standardFrom: parameters.columns[1].name must be a name of its own, or absent in all columns, got "x"',
  ],
])('damaged parameters %j are refused', (parameters, kind, message) => {
  expect(() => standardFrom(parameters as never)).toThrow(new kind(message))
})
