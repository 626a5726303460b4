import { describe, expect, test } from 'vitest'
import { fillTiles, tileCountOf, tilesLength } from '../../src/kmeans/center-tiles.js'
import { rowList } from '../../src/kmeans/lloyd-memory.js'
import { normals, sameInBothForms } from './forms.js'

const shapes = [
  [1, 1, 1],
  [50, 1, 3],
  [101, 2, 8],
  [101, 3, 9],
  [70, 6, 17],
  [33, 13, 40],
] as const

function tilesOf(centers: Float64Array, columns: number): Float64Array {
  const tiles = new Float64Array(tilesLength(centers.length / columns, columns))
  fillTiles(centers, columns, tiles)
  return tiles
}

/** Squared distances of a row to all centers, straight from the definition. */
function distances(points: Float64Array, row: number, centers: Float64Array, columns: number): number[] {
  return Array.from({ length: centers.length / columns }, (_, center) => {
    let sum = 0
    for (let c = 0; c < columns; c++) sum += (points[row * columns + c]! - centers[center * columns + c]!) ** 2
    return sum
  })
}

describe.each(shapes)('%d rows, %d columns, %d centers', (rows, columns, k) => {
  const points = normals('points', rows * columns)
  const centers = normals('centers', k * columns)
  const tiles = tilesOf(centers, columns)

  test('every row finds its nearest center and the distance', () => {
    const [, , , , labels, found] = sameInBothForms('nearestRows', rows, 20, (scope) => [
      scope.copy(points),
      columns,
      scope.copy(tiles),
      tileCountOf(k),
      scope.room('i32', rows),
      scope.room('f64', rows),
    ]) as [number, number, number, number, Int32Array, Float64Array]
    for (let row = 0; row < rows; row++) {
      const all = distances(points, row, centers, columns)
      expect(labels[row]).toBe(all.indexOf(Math.min(...all)))
      expect(found[row]).toBeCloseTo(Math.min(...all), 12)
    }
  })

  test('rows without a limit get the nearest label and the gap to the next as limit, others are left alone', () => {
    const drops = normals('drops', k).map(Math.abs)
    const before = Float64Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? Infinity : -Infinity))
    const result = sameInBothForms('assignRows', rows, 20, (scope) => [
      scope.copy(points),
      columns,
      scope.copy(tiles),
      tileCountOf(k),
      scope.copy(drops),
      0,
      scope.zeros('i32', rows),
      scope.copy(before),
      rowList(20),
    ])
    const labels = result[6] as Int32Array
    const limits = result[7] as Float64Array
    for (let row = 0; row < rows; row++) {
      const roots = distances(points, row, centers, columns).map(Math.sqrt)
      const [near, next = 1e150 * Math.sqrt(columns)] = roots.toSorted((a, b) => a - b)
      const nearest = roots.indexOf(near!)
      expect(labels[row]).toBe(row % 3 === 0 ? 0 : nearest)
      if (row % 3 === 0) expect(limits[row]).toBe(Infinity)
      else expect(limits[row]! / (next - near! + drops[nearest]!)).toBeCloseTo(1, 12)
    }
  })

  test('every row has its distance to its own center', () => {
    const labels = Int32Array.from({ length: rows }, (_, row) => (row * 7) % k)
    const found = sameInBothForms('ownDistances', rows, 20, (scope) => [
      scope.copy(points),
      columns,
      scope.copy(centers),
      scope.copy(labels),
      scope.room('f64', rows),
    ])[4] as Float64Array
    found.forEach((distance, row) => {
      expect(distance).toBeCloseTo(distances(points, row, centers, columns)[labels[row]!]!, 12)
    })
  })
})

test('of equally near centers the lowest counts, in any place of the tiles', () => {
  const centers = Float64Array.of(9, 9, 9, 1, 9, 1, 1, 9, 1, 1, 9)
  const [, , , , labels] = sameInBothForms('nearestRows', 1, 1, (scope) => [
    scope.copy(Float64Array.of(0)),
    1,
    scope.copy(tilesOf(centers, 1)),
    2,
    scope.room('i32', 1),
    scope.room('f64', 1),
  ])
  expect(labels).toEqual(Int32Array.of(3))
})
