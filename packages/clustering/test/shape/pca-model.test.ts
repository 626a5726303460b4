import { expect, test } from 'vitest'
import { fitPca, pcaFrom } from '../../src/index.js'
import { randomRows } from '../points.js'

const points = randomRows(1, 30, 3)
const pca = fitPca(points, { components: 2 })

test('a model by hand projects and inverts', () => {
  const model = pcaFrom({
    mean: Float64Array.of(1, 2),
    components: { rows: 1, columns: 2, values: Float64Array.of(0.6, 0.8) },
    explainedVariance: Float64Array.of(1),
    explainedVarianceRatio: Float64Array.of(0.5),
  })
  expect(model.transform([[4, 6]])).toEqual({ rows: 1, columns: 1, values: Float64Array.of(3 * 0.6 + 4 * 0.8) })
  expect(model.invert([[5]])).toEqual({ rows: 1, columns: 2, values: Float64Array.of(1 + 5 * 0.6, 2 + 5 * 0.8) })
})

test('the parameters survive a structured clone, and the model from them gives the same bits', () => {
  const again = pcaFrom(structuredClone(pca.parameters))
  expect(again.transform(points)).toEqual(pca.transform(points))
  expect(again.parameters).toEqual(pca.parameters)
})

test('points and places are left as they were', () => {
  const values = Float64Array.of(1, 2, 3)
  pca.transform({ rows: 1, columns: 3, values })
  expect(values).toEqual(Float64Array.of(1, 2, 3))
})

test.each([
  [() => pca.transform([[1, 2]]), 'Pca.transform: points.columns must be 3, got 2'],
  [() => pca.transform([[1, 2, Infinity]]), 'Pca.transform: points[0][2] must be finite, got Infinity'],
  [() => pca.invert([[1]]), 'Pca.invert: projected.columns must be 2, got 1'],
  [() => pca.invert([[1, NaN]]), 'Pca.invert: projected[0][1] must be finite, got NaN'],
  [
    () => pcaFrom({ ...pca.parameters, mean: Float64Array.of(1) }),
    'pcaFrom: mean.length must be 3, one per column, got 1',
  ],
  [
    () => pcaFrom({ ...pca.parameters, explainedVariance: Float64Array.of(1, NaN) }),
    'pcaFrom: explainedVariance[1] must be finite, got NaN',
  ],
])('%s is refused', (call, message) => {
  expect(call).toThrow(new RangeError(message))
})
