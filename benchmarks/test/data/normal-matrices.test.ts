import { expect, test } from 'vitest'
import { normalMatrices } from '../../src/data/normal-matrices.js'

const { left, right } = normalMatrices('pair', 1, { left: [50, 40], right: [40, 3] }).make()

test('each matrix has its shape and numbers of its own', () => {
  expect([left!.shape, left!.values.length]).toEqual([[50, 40], 2000])
  expect([right!.shape, right!.values.length]).toEqual([[40, 3], 120])
  expect(right!.values).not.toEqual(left!.values.slice(0, 120))
})

test('the numbers are standard normal', () => {
  const values = [...left!.values]
  const mean = values.reduce((a, b) => a + b) / values.length
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length
  expect(Math.abs(mean)).toBeLessThan(0.1)
  expect(Math.abs(variance - 1)).toBeLessThan(0.15)
})

test('the same name gives the same numbers', () => {
  expect(normalMatrices('pair', 1, { left: [50, 40] }).make()['left']).toEqual(left)
})
