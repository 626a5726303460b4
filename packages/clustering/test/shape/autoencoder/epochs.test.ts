import { Engine } from '@clientele/compute'
import { random, run, type Steps } from '@clientele/core'
import { expect, test } from 'vitest'
import { trainEpochs } from '../../../src/shape/autoencoder/epochs.js'
import { initialWeights, layoutOf, padWeights } from '../../../src/shape/autoencoder/layout.js'
import { resolveSettings, type AutoencoderOptions } from '../../../src/shape/autoencoder/settings.js'
import { trainingMemory } from '../../../src/shape/autoencoder/training-memory.js'
import { normals } from '../../kernels/forms.js'

/** Trains on a line through two columns: four numbers a row, two of which fill it up. */
function trained(options: Partial<AutoencoderOptions>) {
  const engine = new Engine()
  const layout = layoutOf(2, [], 1)
  const along = normals('along', 200)
  const rows = Float64Array.from({ length: 800 }, (_, i) => [1, 0.5, 0, 0][i % 4]! * along[i >> 2]!)
  const weights = padWeights(initialWeights(layout, random(1)), layout)
  const memory = trainingMemory(engine, engine.arena.scope(), layout, rows, 20, weights)
  const settings = resolveSettings('fit', { seed: 1, ...options })
  return { memory, steps: trainEpochs(memory, settings, random(2)) }
}

test('a line is learned, and training ends once there is nothing left to learn', () => {
  const { trainingLosses, validationLosses, bestEpoch, stoppedEarly } = run(trained({}).steps)
  expect(stoppedEarly).toBe(true)
  expect(trainingLosses.length).toBe(validationLosses.length)
  expect(validationLosses[bestEpoch]).toBeLessThan(1e-10)
  expect(Math.min(...validationLosses)).toBe(validationLosses[bestEpoch])
})

test('no more epochs are run than asked for', () => {
  const { validationLosses, bestEpoch, stoppedEarly } = run(trained({ epochs: 3, learningRate: 0.001 }).steps)
  expect(validationLosses.length).toBe(3)
  expect(bestEpoch).toBe(2)
  expect(stoppedEarly).toBe(false)
})

test('training ends as many epochs as patience says after the last improvement', () => {
  // From the second epoch on no loss falls by 100 %.
  const { validationLosses } = run(trained({ patience: 4, tolerance: 1 }).steps)
  expect(validationLosses.length).toBe(5)
})

test('the parameters are those of the best epoch, not of the last', () => {
  const few = trained({ patience: 1, learningRate: 0.3 })
  const { parameters, validationLosses, bestEpoch } = run(few.steps)
  expect(bestEpoch).toBeLessThan(validationLosses.length - 1)
  const again = run(trained({ learningRate: 0.3, epochs: bestEpoch + 1, patience: 1000 }).steps)
  expect(again.parameters).toEqual(parameters)
})

test('losses that leave the range of numbers end it with the reason', () => {
  const { steps } = trained({ learningRate: 1e200 })
  expect(() => run(steps)).toThrow(
    new RangeError('fitAutoencoder: learningRate must be so small that losses stay finite, got 1e+200'),
  )
})

test('on shared memory the batches are one task for a worker, elsewhere they stay in this thread', () => {
  const kinds = [true, false].map((shared) => {
    const { memory, steps } = trained({ epochs: 1 })
    Object.assign(memory.engine, { shared })
    return firstTask(steps)
  })
  expect(kinds).toEqual([true, false])
})

function firstTask(steps: Steps<unknown>): boolean {
  return 'engine' in (steps.next().value as object)
}
