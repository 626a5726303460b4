import type { Engine } from '@clientele/compute'
import { csrFromTriplets, random, run, type Csr } from '@clientele/core'
import { expect, test } from 'vitest'
import { sparseGram, sparseGramBytes } from '../../src/models/sparse-gram.js'
import { dirtyEngine } from '../engines.js'

function made(rows: number, columns: number, cells: number): Csr {
  const stream = random('gram')
  const draw = (size: number) => Array.from({ length: cells }, () => stream.integer(size))
  return csrFromTriplets(draw(rows), draw(columns), draw(9), rows, columns)
}

function gramOf(engine: Engine, matrix: Csr): Float64Array {
  const scope = engine.arena.scope()
  const into = scope.room('f64', matrix.columns ** 2)
  into.view().fill(7)
  run(sparseGram(engine, 'test', matrix, into))
  const gram = into.view().slice()
  scope.close()
  return gram
}

test('adds up the products of each two columns below the diagonal and leaves the rest alone, in both forms', () => {
  const matrix = made(30, 1100, 3000)
  const columns = matrix.columns
  const expected = new Float64Array(columns * columns)
  for (let i = 0; i < columns; i++) expected.fill(7, i * columns + i + 1, (i + 1) * columns)
  for (let row = 0; row < matrix.rows; row++) {
    for (let a = matrix.offsets[row]!; a < matrix.offsets[row + 1]!; a++) {
      for (let b = matrix.offsets[row]!; b <= a; b++) {
        expected[matrix.indices[a]! * columns + matrix.indices[b]!]! += matrix.values[a]! * matrix.values[b]!
      }
    }
  }
  for (const form of ['wasm', 'twin'] as const) {
    expect(Buffer.compare(Buffer.from(gramOf(dirtyEngine(form), matrix).buffer), Buffer.from(expected.buffer))).toBe(0)
  }
})

test('a column without rows has only zeros', () => {
  const matrix = csrFromTriplets([0, 0], [0, 2], [2, 3], 2, 4)
  expect(Array.from(gramOf(dirtyEngine('wasm'), matrix))).toEqual([4, 7, 7, 7, 0, 0, 7, 7, 6, 0, 9, 7, 0, 0, 0, 0])
})

test('says beforehand what it holds', () => {
  const engine = dirtyEngine('wasm')
  const matrix = made(200, 300, 20_000)
  const before = engine.arena.used
  let most = 0
  const scope = engine.arena.scope()
  const steps = sparseGram(engine, 'test', matrix, scope.room('f64', 300 * 300))
  const held = engine.arena.used
  for (let step = steps.next(); step.done !== true; step = steps.next()) most = Math.max(most, engine.arena.used - held)
  scope.close()
  expect(engine.arena.used).toBe(before)
  // regions begin on cache lines
  expect(most).toBeGreaterThanOrEqual(sparseGramBytes(matrix))
  expect(most).toBeLessThan(sparseGramBytes(matrix) + 6 * 64)
})
