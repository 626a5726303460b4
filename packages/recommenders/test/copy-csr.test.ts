import { Engine } from '@clientele/compute'
import { csrFromTriplets, run } from '@clientele/core'
import { expect, test } from 'vitest'
import { copyCsr } from '../src/copy-csr.js'

test('copies offsets, columns and values, also of an empty matrix', () => {
  const scope = new Engine().arena.scope()
  for (const matrix of [csrFromTriplets([0, 1], [2, 0], [5, -7], 2, 3), csrFromTriplets([], [], [], 1, 1)]) {
    const [offsets, indices, values] = run(copyCsr(scope, matrix))
    expect([offsets.view(), indices.view(), values.view()]).toEqual([matrix.offsets, matrix.indices, matrix.values])
  }
})
