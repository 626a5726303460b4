/** Centers of one tile, as the kernels read them. */
export const TILE = 8

/** In the places of a tile that no center takes: so far away from any row that it is never the nearest. */
const NOWHERE = 1e150

/** Number of tiles for so many centers. */
export function tileCountOf(k: number): number {
  return Math.ceil(k / TILE)
}

/** Numbers that the tiles of so many centers hold. */
export function tilesLength(k: number, columns: number): number {
  return tileCountOf(k) * TILE * columns
}

/** Writes centers, row after row, into tiles of eight: column c of center t * 8 + i at (t * columns + c) * 8 + i. */
export function fillTiles(centers: Float64Array, columns: number, tiles: Float64Array): void {
  const k = centers.length / columns
  for (let center = 0; center < tileCountOf(k) * TILE; center++) {
    const at = Math.floor(center / TILE) * columns * TILE + (center % TILE)
    for (let column = 0; column < columns; column++) {
      tiles[at + column * TILE] = center < k ? centers[center * columns + column]! : NOWHERE
    }
  }
}
