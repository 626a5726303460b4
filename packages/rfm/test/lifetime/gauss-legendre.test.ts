import { expect, test } from 'vitest'
import { gaussLegendre } from '../../src/lifetime/gauss-legendre.js'

test('has the nodes and weights of the tables', () => {
  expect(gaussLegendre(1)).toEqual({ nodes: Float64Array.of(0.5), weights: Float64Array.of(1) })
  const { nodes, weights } = gaussLegendre(3)
  ;[-Math.sqrt(0.6), 0, Math.sqrt(0.6)].forEach((node, i) => expect(2 * nodes[i]! - 1).toBeCloseTo(node, 15))
  ;[5 / 18, 8 / 18, 5 / 18].forEach((weight, i) => expect(weights[i]).toBeCloseTo(weight, 15))
})

test.each([2, 5, 16, 32])('%d nodes integrate every power that they should', (n) => {
  const { nodes, weights } = gaussLegendre(n)
  for (let power = 0; power < 2 * n; power++) {
    const integral = weights.reduce((sum, weight, i) => sum + weight * nodes[i]! ** power, 0)
    expect(integral).toBeCloseTo(1 / (power + 1), 14)
  }
})
