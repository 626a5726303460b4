import { Engine } from '@clientele/compute'
import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { digest } from './digest.js'
import { copyFinite, copyOut } from '../src/copy-out.js'

const scope = new Engine().arena.scope()

test('the copy has the numbers and the kind of the region, and is nobody else’s', () => {
  const region = scope.copy(Int32Array.from({ length: 3_000_000 }, (_, i) => 1 - i))
  const values = run(copyOut(region))
  expect(digest(values)).toBe(digest(region.view()))
  region.view()[0] = 9
  expect(values[0]).toBe(1)
  expect(run(copyOut(scope.zeros('f32', 0)))).toEqual(new Float32Array(0))
})

test('a result that is not finite is named by its cell', () => {
  const region = scope.copy(Float32Array.of(1, 2, 3, -Infinity))
  expect(() => run(copyFinite('fn', 'product', region, 2))).toThrow(
    new RangeError('fn: product[1][1] must be finite, got -Infinity'),
  )
})
