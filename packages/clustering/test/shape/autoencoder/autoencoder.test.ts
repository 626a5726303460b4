import { openPool } from '@clientele/compute'
import { random, type Dense, type DenseInput, type Progress } from '@clientele/core'
import { expect, test } from 'vitest'
import { fitAutoencoder, fitAutoencoderAsync, fitPca } from '../../../src/index.js'
import { randomRows, rowsOf } from '../../points.js'

/** Three quarters of a circle with a little noise, in three dimensions. */
function arc(rows: number): number[][] {
  const stream = random('arc')
  return Array.from({ length: rows }, () => {
    const angle = 1.5 * Math.PI * stream.next()
    return [Math.cos(angle), Math.sin(angle), 0].map((value) => value + 0.05 * stream.normal())
  })
}

/** A cloud of correlated normals: as wide as 3, 2, 1 and 0.5 along its axes. */
function cloud(rows: number): number[][] {
  const stream = random('cloud')
  return Array.from({ length: rows }, () => {
    const [a, b, c, d] = [3, 2, 1, 0.5].map((width) => width * stream.normal()) as [number, number, number, number]
    return [a + b, a - b, c + d, c - d].map((value) => value * Math.SQRT1_2 + 10)
  })
}

interface Coder {
  readonly there: (points: DenseInput) => Dense
  readonly back: (codes: DenseInput) => Dense
}

function meanSquaredError(points: readonly (readonly number[])[], { there, back }: Coder): number {
  const again = rowsOf(back(there(points)))
  const squares = points.flatMap((point, row) => point.map((value, column) => (value - again[row]![column]!) ** 2))
  return squares.reduce((sum, value) => sum + value, 0) / squares.length
}

test('a linear autoencoder comes within one per cent of what principal components leave', () => {
  const points = cloud(3000)
  const { transform, invert } = fitPca(points, { components: 2 })
  const least = meanSquaredError(points, { there: transform, back: invert })
  const { encode, decode } = fitAutoencoder(points, { seed: 1, hidden: [] })
  const got = meanSquaredError(points, { there: encode, back: decode })
  expect(got).toBeGreaterThanOrEqual(least * (1 - 1e-12))
  expect(got).toBeLessThan(least * 1.01)
})

test('along a bent line one number says more than the first principal component', () => {
  const points = arc(1000)
  const { transform, invert } = fitPca(points, { components: 1 })
  const plane = meanSquaredError(points, { there: transform, back: invert })
  const { encode, decode } = fitAutoencoder(points, { seed: 1, bottleneck: 1 })
  expect(meanSquaredError(points, { there: encode, back: decode })).toBeLessThan(plane / 20)
})

test('the losses are mean squared errors of a cell in the unit of the points', () => {
  const points = cloud(400)
  const { validationLosses, bestEpoch, stoppedEarly, encode, decode } = fitAutoencoder(points, { seed: 1, hidden: [] })
  expect(stoppedEarly).toBe(true)
  expect(validationLosses[bestEpoch]).toBe(Math.min(...validationLosses))
  // The forty rows that validate are a sample of all.
  const all = meanSquaredError(points, { there: encode, back: decode })
  expect(validationLosses[bestEpoch]! / all).toBeGreaterThan(0.6)
  expect(validationLosses[bestEpoch]! / all).toBeLessThan(1.6)
})

test('the unit of the points plays no part', () => {
  const points = cloud(200)
  const options = { seed: 1, epochs: 5 }
  const small = fitAutoencoder(points, options)
  const large = fitAutoencoder(
    points.map((point) => point.map((value) => value * 1024)),
    options,
  )
  expect(large.parameters.weights).toEqual(small.parameters.weights)
  expect(large.validationLosses[4]! / small.validationLosses[4]!).toBeCloseTo(1024 ** 2, 4)
})

test('the same seed gives the same bits, another seed another network', () => {
  const points = randomRows(1, 100, 3)
  const options = { seed: 1, epochs: 3 }
  const first = fitAutoencoder(points, options)
  expect(fitAutoencoder(points, options).parameters).toEqual(first.parameters)
  expect(fitAutoencoder(points, { ...options, seed: 2 }).parameters).not.toEqual(first.parameters)
})

test('the asynchronous form gives the same bits on any number of workers, and counts epochs', async () => {
  const points = randomRows(1, 300, 5)
  const options = { seed: 1, hidden: [24, 12], epochs: 6 }
  const expected = fitAutoencoder(points, options)
  for (const workers of [1, 3]) {
    const pool = openPool({ workers })
    const seen: Progress[] = []
    const onProgress = (progress: Progress) => seen.push(progress)
    const found = await fitAutoencoderAsync(points, { ...options, pool, onProgress })
    await pool.close()
    expect(found.parameters).toEqual(expected.parameters)
    expect(found.validationLosses).toEqual(expected.validationLosses)
    expect(seen.map(({ done }) => done)).toEqual([0, 1, 2, 3, 4, 5, 6])
  }
})

test('training that is aborted half-way rejects with the reason of the signal', async () => {
  const stop = new AbortController()
  const running = fitAutoencoderAsync(randomRows(1, 200, 3), {
    seed: 1,
    epochs: 100_000,
    patience: 100_000,
    signal: stop.signal,
    onProgress: ({ done }) => done === 2 && stop.abort(new Error('enough')),
  })
  await expect(running).rejects.toThrow(new Error('enough'))
})

test('points that do not vary, two rows, and numbers at both ends of the range make no NaN', () => {
  for (const points of [
    [
      [1, 1],
      [1, 1],
      [1, 1],
    ],
    [[0], [1]],
    [
      [1e100, 0],
      [-1e100, 1],
      [0, 0],
    ],
    [
      [1e-300, 0],
      [0, 1e-300],
      [0, 0],
    ],
  ]) {
    const { encode, decode, validationLosses, trainingLosses } = fitAutoencoder(points, { seed: 1, epochs: 5 })
    const numbers = [...decode(encode(points)).values, ...validationLosses, ...trainingLosses]
    expect(numbers.every(Number.isFinite)).toBe(true)
  }
})

test.each([
  [[[1, 2]], 'fitAutoencoder: points must have at least two rows, got an array of 1'],
  [[[1], [NaN]], 'fitAutoencoder: points[1][0] must be finite, got NaN'],
  [[[1], [1e101]], 'fitAutoencoder: points[1][0] must be between -1e+100 and 1e+100, got 1e+101'],
  [[[1], [1, 2]], 'fitAutoencoder: points[1].length must be 1, as in the first row, got 2'],
])('points %j are refused', (points, message) => {
  expect(() => fitAutoencoder(points, { seed: 1 })).toThrow(new RangeError(message))
})
