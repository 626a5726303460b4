import { Engine } from '@clientele/compute'
import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { checkNumbers, checkVector, copyVector } from '../src/vector.js'

test('a vector has numbers, of the precision of another', () => {
  expect(() => checkVector('fn', 'v', Float32Array.of(1), Float32Array.of(2, 3))).not.toThrow()
  expect(() => checkVector('fn', 'v', new Int32Array(1) as any)).toThrow(
    new TypeError('fn: v must be a Float32Array or Float64Array, got an Int32Array'),
  )
  expect(() => checkVector('fn', 'v', Float32Array.of(1), Float64Array.of(1))).toThrow(
    new TypeError('fn: v must be a Float64Array like the other, got a Float32Array'),
  )
  expect(() => checkVector('fn', 'v', new Float32Array(0))).toThrow(
    new RangeError('fn: v.length must be at least 1, got 0'),
  )
})

test('the first number that is not finite is named', () => {
  expect(() => checkNumbers('fn', 'v', Float64Array.of(1, 2), 0)).not.toThrow()
  expect(() => checkNumbers('fn', 'v', Float64Array.of(1, -Infinity, NaN), 10)).toThrow(
    new RangeError('fn: v[11] must be finite, got -Infinity'),
  )
  const scope = new Engine().arena.scope()
  expect(() => run(copyVector('fn', scope, 'v', Float64Array.of(NaN)))).toThrow('fn: v[0] must be finite, got NaN')
  expect(run(copyVector('fn', scope, 'v', Float64Array.of(3, 4))).view()).toEqual(Float64Array.of(3, 4))
})
