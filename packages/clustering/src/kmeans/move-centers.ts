import type { LloydMemory } from './lloyd-memory.js'

/** Distances and their sums are rounded up by this share: a limit that comes too near costs time, one too far a wrong label. */
const ROUND_UP = 1 + 2 ** -40

/**
 * Moves every center to the weighted mean of its rows, from the sums of all blocks in their order, and lowers the limits of
 * the rows accordingly: those of a cluster come nearer by its own move and the longest move of another.
 *
 * A cluster without rows stays where it is. O(blocks × k × columns) time.
 * @returns the sum of the squared moves
 */
export function moveCenters({ k, columns, centers, sums, drops }: LloydMemory): number {
  const totals = totalsOf(sums.view(), k * (columns + 2))
  const values = centers.view()
  const moves = new Float64Array(k)
  let moved = 0
  for (let center = 0; center < k; center++) {
    const from = center * (columns + 2)
    if (totals[from + columns + 1] === 0) continue
    let squares = 0
    for (let column = 0; column < columns; column++) {
      const mean = totals[from + column]! / totals[from + columns]!
      squares += (mean - values[center * columns + column]!) ** 2
      values[center * columns + column] = mean
    }
    moves[center] = Math.sqrt(squares) * ROUND_UP
    moved += squares
  }
  lowerLimits(moves, drops.view())
  return moved
}

/** Sums of all blocks, each added in its turn. */
function totalsOf(sums: Float64Array, length: number): Float64Array {
  if (sums.length === length) return sums
  const totals = new Float64Array(length)
  for (let from = 0; from < sums.length; from += length) {
    for (let i = 0; i < length; i++) totals[i]! += sums[from + i]!
  }
  return totals
}

function lowerLimits(moves: Float64Array, drops: Float64Array): void {
  let longest = 0
  let second = 0
  for (const move of moves) {
    second = Math.max(second, Math.min(longest, move))
    longest = Math.max(longest, move)
  }
  for (let center = 0; center < moves.length; center++) {
    const others = moves[center] === longest ? second : longest
    drops[center] = (drops[center]! + (moves[center]! + others)) * ROUND_UP
  }
}
