import type { Dense, Progress } from '@clientele/core'
import { expect, test } from 'vitest'
import { permutationImportance, permutationImportanceAsync } from '../../src/index.js'
import { randomRows } from '../points.js'

const bySide = ({ rows, columns, values }: Dense) =>
  Int32Array.from({ length: rows }, (_, row) => (values[row * columns]! < 0.5 ? 0 : 1))

test('a feature that decides alone moves half the rows of two equal clusters, one that is ignored moves none', () => {
  const points = Array.from({ length: 2000 }, (_, row) => [row < 1000 ? 0 : 1, row])
  const { importances, standardDeviations } = permutationImportance(points, bySide, { seed: 1, repeats: 100 })
  // Rows that get the other number: twice a hypergeometric count of mean 500 and standard deviation 11.2.
  expect(Math.abs(importances[0]! - 0.5)).toBeLessThan((3 * 0.0112) / Math.sqrt(100))
  expect(standardDeviations[0]).toBeGreaterThan(0.008)
  expect(standardDeviations[0]).toBeLessThan(0.015)
  expect(importances[1]).toBe(0)
  expect(standardDeviations[1]).toBe(0)
})

test('a shuffle keeps the numbers of the column and all others where they are', () => {
  const points = [
    [1, 10],
    [2, 20],
    [3, 30],
  ]
  const seen: number[][] = []
  permutationImportance(
    points,
    ({ values }) => {
      seen.push(Array.from(values))
      return [0, 0, 0]
    },
    { seed: 3, repeats: 4 },
  )
  expect(seen.length).toBe(1 + 2 * 4)
  seen.forEach((values, call) => {
    const columns = [0, 1].map((column) => values.filter((_, i) => i % 2 === column))
    expect(columns.map((column) => column.toSorted((a, b) => a - b))).toEqual([
      [1, 2, 3],
      [10, 20, 30],
    ])
    if (call > 4 || call === 0) expect(columns[0]).toEqual([1, 2, 3])
    if (call <= 4) expect(columns[1]).toEqual([10, 20, 30])
  })
})

test('the same seed gives the same, and a further feature changes nothing for the others', () => {
  const points = randomRows(2, 100, 2)
  const wider = points.map((point) => [...point, 7])
  const narrow = permutationImportance(points, bySide, { seed: 'a' })
  expect(permutationImportance(points, bySide, { seed: 'a' })).toEqual(narrow)
  expect(permutationImportance(wider, bySide, { seed: 'a' }).importances.slice(0, 2)).toEqual(narrow.importances)
  expect(permutationImportance(points, bySide, { seed: 'b' })).not.toEqual(narrow)
})

test('the asynchronous form gives the same, counts shuffles and ends when told to', async () => {
  const points = randomRows(2, 100, 2)
  const seen: Progress[] = []
  const onProgress = (progress: Progress) => seen.push(progress)
  const found = await permutationImportanceAsync(points, bySide, { seed: 1, repeats: 3, onProgress })
  expect(found).toEqual(permutationImportance(points, bySide, { seed: 1, repeats: 3 }))
  expect(seen.map(({ done }) => done)).toEqual([0, 1, 2, 3, 4, 5, 6])
  const signal = AbortSignal.abort(new Error('enough'))
  await expect(permutationImportanceAsync(points, bySide, { seed: 1, signal })).rejects.toThrow(new Error('enough'))
})

test('bad arguments are refused', () => {
  const options = { seed: 1 }
  expect(() => permutationImportance([[1]], () => [0], undefined as never)).toThrow(
    new TypeError('permutationImportance: seed must be a string or a finite number, got undefined'),
  )
  expect(() => permutationImportance([[1]], () => [0], { seed: 1, repeats: 0 })).toThrow(
    new RangeError('permutationImportance: repeats must be at least 1, got 0'),
  )
  expect(() => permutationImportance([[1]], () => [0, 1], options)).toThrow(
    new RangeError('permutationImportance: labels.length must be 1, one per row, got 2'),
  )
  expect(() => permutationImportance([[NaN]], () => [0], options)).toThrow(
    new RangeError('permutationImportance: points[0][0] must be finite, got NaN'),
  )
})
