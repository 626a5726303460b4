import { describe, expect, test } from 'vitest'
import { fillTiles, tileCountOf, tilesLength } from '../../src/kmeans/center-tiles.js'
import { workingMemory } from '../../src/kmeans/lloyd-memory.js'
import { fillNarrowTiles } from '../../src/kmeans/narrow-points.js'
import { narrowColumns, narrowRows } from '../../src/kernels/narrow.js'
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

  /** Assigns rows of which every third has a limit, with narrow rows or without. */
  function assigned(narrowed: boolean, mode = 1) {
    const drops = normals('drops', k).map(Math.abs)
    const before = Float64Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? Infinity : -Infinity))
    const shift = new Float64Array(columns).fill(0.25)
    const width = narrowColumns(columns)
    const result = sameInBothForms('assignRows', rows, 20, (scope) => {
      const narrow = { rows: scope.room('f32', rows * width), tiles: scope.room('f32', tilesLength(k, width)) }
      narrowRows(points, columns, shift, narrow.rows.view(), 0, rows)
      const reach = fillNarrowTiles(centers, columns, { ...narrow, shift: scope.copy(shift) })
      const near = [scope.copy(points), columns, scope.room('f64', 1), 0, scope.copy(tiles), tileCountOf(k)]
      const room = [
        scope.zeros('f64', Math.ceil(rows / 20) * k * (columns + 2)),
        scope.room('i32', Math.ceil(rows / 20)),
      ]
      return [
        ...[...near, narrow.rows, narrow.tiles, narrowed ? reach : Infinity, scope.copy(drops)],
        ...[scope.zeros('i32', rows), scope.copy(before), k, mode, ...room, 20, ...workingMemory(20, columns)],
      ]
    })
    return {
      drops,
      labels: result[10] as Int32Array,
      limits: result[11] as Float64Array,
      sums: result[14] as Float64Array,
      moved: result[15] as Int32Array,
    }
  }

  test.each([
    ['double', false],
    ['single', true],
  ])(
    'rows without a limit get the nearest label and the gap to the next as limit, others are left alone, in %s precision',
    (_, narrowed) => {
      const { drops, labels, limits } = assigned(narrowed)
      for (let row = 0; row < rows; row++) {
        const roots = distances(points, row, centers, columns).map(Math.sqrt)
        const [near, next = 1e150 * Math.sqrt(columns)] = roots.toSorted((a, b) => a - b)
        const nearest = roots.indexOf(near!)
        const limit = next - near! + drops[nearest]!
        expect(labels[row]).toBe(row % 3 === 0 ? 0 : nearest)
        if (row % 3 === 0) expect(limits[row]).toBe(Infinity)
        else expect(limits[row]! / limit).toBeCloseTo(1, narrowed && k > 1 ? 3 : 11)
        // Not beyond what is sure, but for the rounding of this test.
        if (row % 3 !== 0) expect(limits[row]! / limit).toBeLessThan(1 + 1e-12)
      }
    },
  )

  test('sums of a block are formed anew from all its rows', () => {
    const { labels, sums } = assigned(true, 2)
    const expected = new Float64Array(sums.length)
    labels.forEach((label, row) => {
      const into = (Math.floor(row / 20) * k + label) * (columns + 2)
      for (let c = 0; c < columns; c++) expected[into + c]! += points[row * columns + c]!
      expected[into + columns]!++
      expected[into + columns + 1]!++
    })
    sums.forEach((sum, i) => expect(sum).toBeCloseTo(expected[i]!, 10))
  })

  test('rows that change their cluster are counted and go over to its sums', () => {
    const { labels, sums, moved } = assigned(true)
    const expected = new Float64Array(sums.length)
    const changes = new Int32Array(moved.length)
    labels.forEach((label, row) => {
      if (label === 0) return
      const block = Math.floor(row / 20)
      changes[block]!++
      for (const [cluster, sign] of [
        [0, -1],
        [label, 1],
      ] as const) {
        // prettier-ignore
        const into = (block * k + cluster) * (columns + 2)
        for (let c = 0; c < columns; c++) expected[into + c]! += sign * points[row * columns + c]!
        expected[into + columns]! += sign
        expected[into + columns + 1]! += sign
      }
    })
    expect(moved).toEqual(changes)
    sums.forEach((sum, i) => expect(sum).toBeCloseTo(expected[i]!, 10))
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

test('where single precision cannot tell, double precision decides', () => {
  // The second center is nearer by 1e-9, far below a rounding of single precision; the first two rows differ by their cells.
  const points = Float64Array.of(1000.5 - 1e-9, 1000.5 + 1e-9, 1000.5, 1e30)
  const centers = Float64Array.of(1000, 1001)
  const shift = Float64Array.of(1000)
  const result = sameInBothForms('assignRows', 4, 4, (scope) => {
    const narrow = { rows: scope.room('f32', 8), tiles: scope.room('f32', 16) }
    narrowRows(points, 1, shift, narrow.rows.view(), 0, 4)
    const reach = fillNarrowTiles(centers, 1, { ...narrow, shift: scope.copy(shift) })
    const near = [scope.copy(points), 1, scope.room('f64', 1), 0, scope.copy(tilesOf(centers, 1)), 1]
    const into = [scope.zeros('f64', 2), scope.zeros('i32', 4), scope.copy(new Float64Array(4).fill(-Infinity)), 2, 0]
    const sums = [scope.zeros('f64', 6), scope.room('i32', 1), 4, ...workingMemory(4, 1)]
    return [...near, narrow.rows, narrow.tiles, reach, ...into, ...sums]
  })
  expect(Array.from(result[10] as Int32Array)).toEqual([0, 1, 0, 0])
})
