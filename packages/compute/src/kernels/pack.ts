import type { Floats } from './tile.js'

/**
 * Copies `lines` × `depth` cells into panels of `width` lines: panel, then depth, then line. Lines beyond the last are zeros.
 * Steps count elements: rows of a matrix or columns of it can be lines.
 */
export function pack(
  from: Floats,
  lineStep: number,
  depthStep: number,
  lines: number,
  depth: number,
  width: number,
  into: Floats,
): void {
  let at = 0
  for (let line = 0; line < lines; line += width) {
    for (let k = 0; k < depth; k++) {
      for (let w = line; w < line + width; w++) {
        into[at++] = w < lines ? from[w * lineStep + k * depthStep]! : 0
      }
    }
  }
}
