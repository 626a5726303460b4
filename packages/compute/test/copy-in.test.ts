import { Engine } from '@clientele/compute'
import { run, runAsync } from '@clientele/core'
import { expect, test } from 'vitest'
import { digest } from './digest.js'
import { copyIn, copyMatrix } from '../src/copy-in.js'

const scope = new Engine().arena.scope()
/** More than two pieces. */
const MANY = 5_000_000

test('values are copied, and every piece is checked with its place', () => {
  const values = Int32Array.from({ length: MANY }, (_, i) => i)
  let next = 0
  const region = run(
    copyIn<'i32'>(scope, values, (piece, first) => {
      expect([first, piece[0]]).toEqual([next, next])
      next += piece.length
    }),
  )
  expect(next).toBe(MANY)
  expect(digest(region.view())).toBe(digest(values))
})

test('what is checked is what is copied, even if the values change meanwhile', async () => {
  const values = new Float64Array(MANY)
  const copying = runAsync(copyMatrix('fn', scope, 'matrix', { rows: MANY, columns: 1, values }))
  values[MANY - 1] = NaN
  await expect(copying).rejects.toThrow(`fn: matrix[${MANY - 1}][0] must be finite, got NaN`)
})

test('an abort is heard between two pieces', async () => {
  const controller = new AbortController()
  const values = new Float64Array(MANY)
  let pieces = 0
  const copying = copyIn<'f64'>(scope, values, () => {
    pieces++
    controller.abort(new Error('enough'))
  })
  await expect(runAsync(copying, { signal: controller.signal })).rejects.toThrow('enough')
  expect(pieces).toBe(1)
})
