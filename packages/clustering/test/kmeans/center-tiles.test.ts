import { expect, test } from 'vitest'
import { fillTiles, tileCountOf, tilesLength } from '../../src/kmeans/center-tiles.js'

test('centers stand column by column in tiles of eight, with places of nobody far away', () => {
  const tiles = new Float64Array(tilesLength(9, 2))
  fillTiles(
    Float64Array.from({ length: 18 }, (_, i) => i),
    2,
    tiles,
  )
  expect(tileCountOf(9)).toBe(2)
  expect(Array.from(tiles.subarray(0, 16))).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15])
  expect(Array.from(tiles.subarray(16, 26))).toEqual([16, ...Array<number>(7).fill(1e150), 17, 1e150])
})
