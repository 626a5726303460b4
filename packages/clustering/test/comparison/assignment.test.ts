import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestAssignment } from '../../src/comparison/assignment.js'

const matrix = fc
  .record({ rows: fc.integer({ min: 0, max: 6 }), columns: fc.integer({ min: 1, max: 6 }) })
  .chain(({ rows, columns }) =>
    fc
      .array(fc.integer({ min: -3, max: 9 }), { minLength: rows * columns, maxLength: rows * columns })
      .map((cells) => ({ rows, columns, value: Float64Array.from(cells) })),
  )

/** The largest sum of any pairing that leaves none out on the shorter side: every pairing is tried. */
function bestSum(value: Float64Array, rows: number, columns: number): number {
  const tried = (row: number, taken: ReadonlySet<number>, spare: number): number => {
    if (row === rows) return 0
    let best = spare > 0 ? tried(row + 1, taken, spare - 1) : -Infinity
    for (let column = 0; column < columns; column++) {
      if (taken.has(column)) continue
      best = Math.max(best, value[row * columns + column]! + tried(row + 1, new Set([...taken, column]), spare))
    }
    return best
  }
  return tried(0, new Set(), Math.max(0, rows - columns))
}

test('no pairing is worth more, for all shapes up to six by six', () => {
  fc.assert(
    fc.property(matrix, ({ rows, columns, value }) => {
      const columnOfRow = bestAssignment(value, rows, columns)
      const paired = Array.from(columnOfRow).filter((column) => column >= 0)
      expect(new Set(paired).size).toBe(Math.min(rows, columns))
      expect(paired.length).toBe(Math.min(rows, columns))
      const sum = columnOfRow.reduce(
        (total, column, row) => total + (column < 0 ? 0 : value[row * columns + column]!),
        0,
      )
      expect(sum).toBe(bestSum(value, rows, columns))
    }),
    { numRuns: 300 },
  )
})

test('the greedy pair is given up where the sum asks for it', () => {
  expect(bestAssignment(Float64Array.of(10, 9, 9, 1), 2, 2)).toEqual(Int32Array.of(1, 0))
})

test('a row too many goes without', () => {
  expect(bestAssignment(Float64Array.of(1, 5, 3), 3, 1)).toEqual(Int32Array.of(-1, 0, -1))
})
