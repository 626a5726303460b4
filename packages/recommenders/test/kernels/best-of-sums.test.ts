import { expect, test } from 'vitest'
import { bestOfDenseSums, bestOfSums } from '../../src/kernels/best-of-sums.js'

test('adds up rows times factors, leaves out what is seen, refused or not above, and ranks the rest', () => {
  // rows of five columns: row 0 is 1 2 3 4 5, row 1 is 5 0 0 0 1
  const rows = [
    Int32Array.of(0, 5, 7),
    Int32Array.of(0, 1, 2, 3, 4, 0, 4),
    Float64Array.of(1, 2, 3, 4, 5, 5, 1),
  ] as const
  const terms = [Int32Array.of(0, 2, 2, 3), Int32Array.of(0, 1, 0), Float64Array.of(1, 2, -1)] as const
  const seen = [Int32Array.of(0, 1, 1, 1), Int32Array.of(0)] as const
  const refused = Uint8Array.of(0, 0, 1, 0, 0)
  const [counts, best, scores] = [new Int32Array(3), new Int32Array(6), new Float64Array(6)]
  const room = [new Float64Array(7), new Int32Array(2)] as const
  bestOfSums(...terms, ...rows, 5, ...seen, refused, 0, 2, 1, counts, best, scores, ...room, 0, 3)
  // sums are 11 2 3 4 7, nothing, and -1 -2 -3 -4 -5
  expect(Array.from(counts)).toEqual([2, 0, 0])
  expect(Array.from(best.subarray(0, 2))).toEqual([4, 3])
  expect(Array.from(scores.subarray(0, 2))).toEqual([7, 4])
})

test('adds up dense rows in the same way', () => {
  const rows = Float64Array.of(1, 2, 3, 4, 5, 5, 0, 0, 0, 1)
  const terms = [Int32Array.of(0, 2), Int32Array.of(0, 1), Float64Array.of(1, 2)] as const
  const seen = [Int32Array.of(0, 1), Int32Array.of(0)] as const
  const refused = Uint8Array.of(0, 0, 1, 0, 0)
  const [counts, best, scores] = [new Int32Array(1), new Int32Array(2), new Float64Array(2)]
  const room = [new Float64Array(7), new Int32Array(2)] as const
  bestOfDenseSums(...terms, rows, 5, ...seen, refused, 0, 2, 1, counts, best, scores, ...room, 0, 1)
  expect([Array.from(counts), Array.from(best), Array.from(scores)]).toEqual([[2], [4, 3], [7, 4]])
})

test('of one sum there may be lists that leave out different columns', () => {
  const rows = Float64Array.of(1, 2, 3, 4, 5)
  const terms = [Int32Array.of(0, 1, 2), Int32Array.of(0, 0), Float64Array.of(1, 2)] as const
  const seen = [Int32Array.of(0, 1, 1), Int32Array.of(4)] as const
  // list 0 leaves out columns 0 and 1, list 1 leaves out columns 0 and 3
  const refused = Uint8Array.of(0b11, 0b01, 0, 0b10, 0)
  const [counts, best, scores] = [new Int32Array(4), new Int32Array(8), new Float64Array(8)]
  const room = [new Float64Array(7), new Int32Array(2)] as const
  bestOfDenseSums(...terms, rows, 5, ...seen, refused, 0, 2, 2, counts, best, scores, ...room, 0, 2)
  expect(Array.from(counts)).toEqual([2, 2, 2, 2])
  expect(Array.from(best)).toEqual([3, 2, 2, 1, 4, 3, 4, 2])
  expect(Array.from(scores)).toEqual([4, 3, 3, 2, 10, 8, 10, 6])
})
