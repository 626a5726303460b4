import { Engine } from '@clientele/compute'
import { expect, test } from 'vitest'
import { passTask } from '../../../src/shape/autoencoder/pass.js'

test('rows go through the layers, in one block when they are few', () => {
  const engine = new Engine()
  const scope = engine.arena.scope()
  const padded = Int32Array.of(4, 4)
  // outputs 2a + b + 1, a, 0, 0
  const parameters = new Float64Array(20)
  parameters.set([2, 1, 0, 0, 1, 0, 0, 0])
  parameters[16] = 1
  const layers = {
    padded,
    widths: scope.copy(padded),
    curved: scope.copy(Int32Array.of(0)),
    parameters: scope.copy(parameters),
  }
  const into = scope.room('f64', 8)
  const task = passTask(engine, layers, 2, scope.copy(Float64Array.of(1, 10, 0, 0, 2, 20, 0, 0)), into)
  expect(task.blocks).toBe(1)
  task.runBlock(0)
  expect(into.view()).toEqual(Float64Array.of(13, 1, 0, 0, 25, 2, 0, 0))
})

test('much work is cut into blocks of whole pieces', () => {
  const engine = new Engine()
  const scope = engine.arena.scope()
  const padded = Int32Array.of(256, 256)
  const layers = {
    padded,
    widths: scope.copy(padded),
    curved: scope.copy(Int32Array.of(0)),
    parameters: scope.zeros('f64', 257 * 256),
  }
  const rows = scope.zeros('f64', 1000 * 256)
  expect(passTask(engine, layers, 1000, rows, rows).blocks).toBe(Math.ceil(1000 / 64))
})
