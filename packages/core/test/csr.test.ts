import { csrFromTriplets, transpose, type Csr } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'

type Triplet = readonly [row: number, column: number, value: number]

function fromTriplets(triplets: readonly Triplet[], rows: number, columns: number): Csr {
  const [rowOf, columnOf, valueOf] = [0, 1, 2].map((part) => triplets.map((triplet) => triplet[part]!))
  return csrFromTriplets(rowOf!, columnOf!, valueOf!, rows, columns)
}

/** The oracle: a Map of Maps. Whole numbers, so that sums are exact in any order. */
function cellsOf(triplets: readonly Triplet[]): Map<number, Map<number, number>> {
  const cells = new Map<number, Map<number, number>>()
  for (const [row, column, value] of triplets) {
    const cell = cells.get(row) ?? new Map<number, number>()
    cells.set(row, cell.set(column, (cell.get(column) ?? 0) + value))
  }
  return cells
}

function cellsOfMatrix({ rows, offsets, indices, values }: Csr): Map<number, Map<number, number>> {
  const triplets: Triplet[] = []
  for (let row = 0; row < rows; row++) {
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) triplets.push([row, indices[i]!, values[i]!])
  }
  return cellsOf(triplets)
}

const problem = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 })).chain(([rows, columns]) =>
  fc.record({
    rows: fc.constant(rows),
    columns: fc.constant(columns),
    triplets: fc.array(fc.tuple(fc.nat(rows - 1), fc.nat(columns - 1), fc.integer({ min: -1000, max: 1000 })), {
      maxLength: 60,
    }),
  }),
)

test('lays out rows one after another, columns ascending, repeats added', () => {
  const matrix = csrFromTriplets([2, 0, 2, 0, 2], [1, 3, 0, 1, 1], [5, 4, 3, 2, 1], 3, 4)
  expect(matrix).toEqual({
    rows: 3,
    columns: 4,
    offsets: Int32Array.of(0, 2, 2, 4),
    indices: Int32Array.of(1, 3, 0, 1),
    values: Float64Array.of(2, 4, 3, 6),
  })
})

test('holds the same cells as a Map of Maps', () => {
  fc.assert(
    fc.property(problem, ({ rows, columns, triplets }) => {
      expect(cellsOfMatrix(fromTriplets(triplets, rows, columns))).toEqual(cellsOf(triplets))
    }),
  )
})

test('keeps its form: offsets rise to the number of cells, columns rise within a row', () => {
  fc.assert(
    fc.property(problem, ({ rows, columns, triplets }) => {
      const { offsets, indices, values } = fromTriplets(triplets, rows, columns)
      expect([offsets.length, offsets[0], offsets[rows]]).toEqual([rows + 1, 0, indices.length])
      expect(values.length).toBe(indices.length)
      for (let row = 0; row < rows; row++) {
        const own = Array.from(indices.slice(offsets[row], offsets[row + 1]))
        expect(own).toEqual([...new Set(own)].sort((a, b) => a - b))
      }
    }),
  )
})

test('adds money in a cell to the last bit, in any order', () => {
  const tenth = new Float64Array(10).fill(0.1)
  expect(csrFromTriplets(new Int32Array(10), new Int32Array(10), tenth, 1, 1).values).toEqual(Float64Array.of(1))
  const mixed = [1, 1e100, 1, -1e100]
  expect(csrFromTriplets([0, 0, 0, 0], [0, 0, 0, 0], mixed, 1, 1).values).toEqual(Float64Array.of(2))
})

test('a cell whose values cancel out stays, as 0', () => {
  const matrix = csrFromTriplets([0, 0], [0, 0], [5, -5], 1, 1)
  expect(matrix.values).toEqual(Float64Array.of(0))
})

test('a matrix may be empty', () => {
  expect(csrFromTriplets([], [], [], 0, 0).offsets).toEqual(Int32Array.of(0))
  expect(csrFromTriplets([], [], [], 2, 3)).toEqual({
    rows: 2,
    columns: 3,
    offsets: Int32Array.of(0, 0, 0),
    indices: new Int32Array(0),
    values: new Float64Array(0),
  })
})

test('leaves the triplets as they were', () => {
  const given = { row: Int32Array.of(1, 0), column: Int32Array.of(0, 0), value: Float64Array.of(1, 2) }
  const before = structuredClone(given)
  csrFromTriplets(given.row, given.column, given.value, 2, 1)
  expect(given).toEqual(before)
})

test.each<[Parameters<typeof csrFromTriplets>, Error]>([
  [[[0, 2], [0, 0], [1, 1], 2, 1], new RangeError('csrFromTriplets: rowOf[1] must be an index below 2, got 2')],
  [[[0], [-1], [1], 1, 1], new RangeError('csrFromTriplets: columnOf[0] must be an index below 1, got -1')],
  [[[0], [0], [NaN], 1, 1], new RangeError('csrFromTriplets: valueOf[0] must be finite, got NaN')],
  [[[0, 0], [0], [1, 1], 1, 1], new RangeError('csrFromTriplets: columnOf.length must be 2, one per triplet, got 1')],
  [[[0], [0], [], 1, 1], new RangeError('csrFromTriplets: valueOf.length must be 1, one per triplet, got 0')],
  [[[], [], [], -1, 1], new RangeError('csrFromTriplets: rows must be at least 0, got -1')],
  [[[], [], [], 1, 0.5], new RangeError('csrFromTriplets: columns must be an integer, got 0.5')],
])('refuses %o', (given, error) => {
  expect(() => csrFromTriplets(...given)).toThrow(error)
})

test('transpose swaps rows and columns', () => {
  fc.assert(
    fc.property(problem, ({ rows, columns, triplets }) => {
      const swapped = triplets.map(([row, column, value]): Triplet => [column, row, value])
      expect(transpose(fromTriplets(triplets, rows, columns))).toEqual(fromTriplets(swapped, columns, rows))
    }),
  )
})

test('transposed twice a matrix is itself', () => {
  fc.assert(
    fc.property(problem, ({ rows, columns, triplets }) => {
      const matrix = fromTriplets(triplets, rows, columns)
      expect(transpose(transpose(matrix))).toEqual(matrix)
    }),
  )
})
