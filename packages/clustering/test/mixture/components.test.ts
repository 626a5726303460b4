import { hasShared, reference } from '@clientele/testing'
import { expect, test } from 'vitest'
import { parameterCount } from '../../src/mixture/components.js'

test('three components of four columns are described by as many numbers as in scikit-learn', () => {
  const shapes = ['full', 'tied', 'diagonal', 'spherical'] as const
  expect(shapes.map((shape) => parameterCount(shape, 3, 4))).toEqual([44, 24, 26, 17])
})

test.skipIf(!hasShared)('those are the numbers stored', () => {
  expect(reference('clustering-iris').gaussianMixture3.map((each: any) => each.parameters)).toEqual([44, 24, 26, 17])
})

test('a single component in one column is a mean and a variance', () => {
  expect(parameterCount('full', 1, 1)).toBe(2)
})
