import { expect, test } from 'vitest'
import { estimate, roomForVoices, type Estimator, type Voices } from '../../src/ratings/estimates.js'

/** Speaks of every product with the same voices. */
function made(weights: number[], deviations: number[], neighbors: number, minNeighbors = 1): Estimator {
  return {
    most: weights.length,
    neighbors,
    minNeighbors,
    prepare: () => ({
      levelOf: (_, heard) => ({ everybody: 3, customer: heard ? 1 : 0, product: 0.5 }),
      scaleOf: () => 2,
      collect(_, into: Voices) {
        into.rows.set(weights.map((__, row) => row))
        into.weights.set(weights)
        into.deviations.set(deviations)
        return weights.length
      },
    }),
  }
}

function estimated(estimator: Estimator) {
  const voices = roomForVoices(estimator)
  const nobody = { items: new Int32Array(0), values: new Float64Array(0) }
  const found = estimate(estimator.prepare(nobody, false), estimator, 0, voices)
  return { ...found, rows: Array.from(voices.rows.subarray(0, found.heard)) }
}

test('the weighted mean of what is said, scaled, is added to the level', () => {
  expect(estimated(made([1, 3], [2, -1], 5))).toEqual({
    level: { everybody: 3, customer: 1, product: 0.5 },
    heard: 2,
    factor: 0.5,
    rating: 4.5 + (-1 / 4) * 2,
    rows: [0, 1],
  })
})

test('those who count most are heard, the lower row of equal ones, in the order of rows', () => {
  expect(estimated(made([0.5, 1, 0.5, 2, 0.5], [1, 2, 3, 4, 5], 3)).rows).toEqual([0, 1, 3])
  expect(estimated(made([0.5, 1, 0.5, 2, 0.5], [1, 2, 3, 4, 5], 4)).rows).toEqual([0, 1, 2, 3])
  expect(estimated(made([1, 1, 1], [1, 2, 3], 1)).rows).toEqual([0])
})

test('with too few, none is heard', () => {
  expect(estimated(made([1, 3], [2, -1], 5, 3))).toMatchObject({ heard: 0, factor: 0, rating: 3.5 })
  expect(estimated(made([], [], 5))).toMatchObject({ heard: 0, rating: 3.5 })
})
