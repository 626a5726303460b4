import { Engine } from '@clientele/compute'
import { expect, test } from 'vitest'
import { layoutOf } from '../../../src/shape/autoencoder/layout.js'
import { trainingMemory } from '../../../src/shape/autoencoder/training-memory.js'

const layout = layoutOf(3, [], 2)

test('points, weights, moments and a first order are laid out, and the last rows validate', () => {
  const engine = new Engine()
  const weights = Float64Array.from({ length: 40 }, (_, i) => i)
  const memory = trainingMemory(engine, engine.arena.scope(), layout, new Float64Array(5 * 4).fill(7), 2, weights)
  expect([memory.columns, memory.trainingRows, memory.validationRows]).toEqual([3, 3, 2])
  expect(memory.order.view()).toEqual(Int32Array.of(0, 1, 2))
  expect(memory.points.view()).toEqual(new Float64Array(20).fill(7))
  expect(memory.widths.view()).toEqual(Int32Array.of(4, 4, 4))
  expect(memory.parameters.view()).toEqual(weights)
  for (const moments of memory.moments) expect(moments.view()).toEqual(new Float64Array(40))
  expect(memory.state.view()).toEqual(Float64Array.of(1, 1, 0))
  expect(memory.outputs.length).toBe(8)
})

test('what does not fit is refused before it starts', () => {
  const engine = new Engine()
  engine.arena.require = (fn, bytes) => {
    throw new RangeError(`${fn} needs ${bytes}`)
  }
  const weights = new Float64Array(40)
  expect(() => trainingMemory(engine, engine.arena.scope(), layout, new Float64Array(20), 1, weights)).toThrow(
    new RangeError(`fitAutoencoder needs ${8 * (20 + 5 + 160 + 4)}`),
  )
})
