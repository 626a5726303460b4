import { denseOf } from '@clientele/core'
import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  chainFrom,
  fitChain,
  fitChainAsync,
  fitLog1p,
  fitMinMax,
  fitStandard,
  fitWinsorize,
  fitYeoJohnson,
  fitYeoJohnsonAsync,
} from '../../src/index.js'
import { retailFeatures } from '../retail.js'
import { expectClose } from './close.js'
import { columnsOf, tableOf } from './tables.js'

const customers = tableOf({ recency: [3, 40, 8], frequency: [0, 1, 3], monetary: [120, 8, 64] })

test.skipIf(!hasShared)('logarithms, then standard scores, match scikit-learn on Online Retail II', async () => {
  const { log1pStandard, probeRows } = reference('clustering').scalers
  const { parameters, transform, invert } = fitChain(await retailFeatures(), [fitLog1p, fitStandard])
  const [, standard] = parameters.steps
  expectClose(
    standard!.columns.map((column) => (column as { mean: number }).mean),
    [log1pStandard.mean],
  )
  expectClose(
    standard!.columns.map((column) => (column as { scale: number }).scale),
    [log1pStandard.scale],
  )
  expectClose(transform(probeRows).values, log1pStandard.probe)
  expectClose(invert(log1pStandard.probe).values, probeRows)
})

test('a step about some columns leaves the others to the rest', () => {
  const { transform, invert } = fitChain(customers, [(table) => fitLog1p(table, { columns: ['frequency'] }), fitMinMax])
  const scaled = transform(customers)
  expect(columnsOf(scaled)).toEqual({ recency: [0, 1, 5 / 37], frequency: [0, 0.5, 1], monetary: [1, 0, 0.5] })
  expect(scaled.index).toBe(customers.index)
  expectClose(denseOf(invert(scaled)).values, [Array.from(denseOf(customers).values)], 1e-12)
})

test('the chain is about its own columns alone, in their order, for tables and for rows', () => {
  const log = (table: Parameters<typeof fitLog1p>[0]) => fitLog1p(table, { columns: ['frequency'] })
  const { parameters, transform, invert } = fitChain(customers, [log, fitMinMax], {
    columns: ['monetary', 'frequency'],
  })
  expect(parameters.columns).toEqual([{ name: 'monetary' }, { name: 'frequency' }])
  expect(columnsOf(transform(customers))['recency']).toEqual([3, 40, 8])
  expect(transform([[64, 1]]).values).toEqual(Float64Array.of(0.5, 0.5))
  expectClose(invert([[0.5, 0.5]]).values, [[64, 1]], 1e-12)
})

test('each step learns from what the steps before it left', () => {
  const points = Array.from({ length: 101 }, (_, row) => [row === 100 ? 1e6 : row])
  const { transform } = fitChain(points, [fitWinsorize, fitMinMax])
  expect(transform([[1], [99], [1e6]]).values).toEqual(Float64Array.of(0, 1, 1))
})

test('a chain is a step of another', () => {
  const inner = (features: Parameters<typeof fitLog1p>[0]) => fitChain(features, [fitLog1p, fitStandard])
  const outer = fitChain(customers, [inner, fitMinMax])
  const flat = fitChain(customers, [fitLog1p, fitStandard, fitMinMax])
  expect(outer.transform(customers)).toEqual(flat.transform(customers))
})

test('a chain does what its steps do one after the other, and back', () => {
  const cell = fc.double({ min: 0, max: 1e4, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), (points) => {
      const log = fitLog1p(points)
      const logged = log.transform(points)
      const expected = fitStandard(logged).transform(logged)
      const chain = fitChain(points, [fitLog1p, fitStandard])
      expect(chain.transform(points)).toEqual(expected)
      expectClose(chain.invert(expected).values, points)
    }),
  )
})

test('is the same from its parameters, through structuredClone and JSON', () => {
  const { parameters, transform } = fitChain(customers, [fitYeoJohnson, fitMinMax])
  for (const copy of [structuredClone(parameters), JSON.parse(JSON.stringify(parameters))]) {
    expect(chainFrom(copy).transform(customers)).toEqual(transform(customers))
  }
})

test('a value is refused with the rule of the first step, or for a later one', () => {
  const logFirst = fitChain([[1], [3]], [fitLog1p, fitStandard])
  expect(() => logFirst.transform([[-4]])).toThrow(
    new RangeError('Scaler.transform: points[0][0] must be above -1, got -4'),
  )
  const logLast = fitChain([[1], [3]], [fitMinMax, fitLog1p])
  expect(() => logLast.transform([[-4]])).toThrow(
    new RangeError('Scaler.transform: points[0][0] must pass every step of the chain, got -4'),
  )
})

test('what is not a list of steps is refused', () => {
  expect(() => fitChain(customers, [])).toThrow(
    new RangeError('fitChain: steps must be at least one step, got an array of 0'),
  )
  expect(() => fitChain(customers, [7] as never)).toThrow(
    new TypeError('fitChain: steps[0] must be a function that fits a scaler, got 7'),
  )
  expect(() => fitChain(customers, [fitLog1p, () => ({})] as never)).toThrow(
    new TypeError('fitChain: steps[1] must return a scaler, got an object'),
  )
  expect(() => fitChain([[NaN]], [fitLog1p])).toThrow(new RangeError('fitChain: points[0][0] must be finite, got NaN'))
  expect(() => fitChain([[-2]], [fitLog1p])).toThrow(new RangeError('fitLog1p: points[0][0] must be above -1, got -2'))
})

test('the asynchronous form learns the same, counts its steps, and waits for those that take their time', async () => {
  const done: number[] = []
  const chain = await fitChainAsync(customers, [fitYeoJohnsonAsync, fitMinMax], {
    columns: ['monetary', 'recency'],
    onProgress: (progress) => progress.stage === 'chain' && done.push(progress.done),
  })
  const inline = fitChain(customers, [fitYeoJohnson, fitMinMax], { columns: ['monetary', 'recency'] })
  expect(chain.parameters).toEqual(inline.parameters)
  expect(done).toEqual([1, 2])
})

test('the asynchronous form ends between steps, with the reason of the signal, and refuses what the other refuses', async () => {
  const controller = new AbortController()
  const later: string[] = []
  const ended = fitChainAsync(
    customers,
    [
      async (features, { signal }) => {
        controller.abort(new Error('enough'))
        expect(signal?.aborted).toBe(true)
        return Promise.resolve(fitMinMax(features))
      },
      (features) => {
        later.push('second')
        return fitMinMax(features)
      },
    ],
    { signal: controller.signal },
  )
  await expect(ended).rejects.toThrow(new Error('enough'))
  expect(later).toEqual([])
  await expect(fitChainAsync(customers, [])).rejects.toThrow(RangeError)
  await expect(fitChainAsync(customers, [7 as never])).rejects.toThrow(
    new TypeError('fitChain: steps[0] must be a function that fits a scaler, got 7'),
  )
})
