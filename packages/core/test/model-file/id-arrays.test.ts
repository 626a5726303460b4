import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idIndex } from '../../src/index.js'
import { arraysOfIds, idsOfArrays } from '../../src/model-file/id-arrays.js'

const there = (ids: readonly (string | number)[]) => idsOfArrays('load', 'products', arraysOfIds(ids)).ids

test('all ids come back in order: numbers, texts, __proto__ and half surrogate pairs', () => {
  const ids = ['a', 7, '', '__proto__', -0.5, '7', '\ud800', '😀', Infinity, 'x'.repeat(10_000)]
  expect(there(ids)).toEqual(ids)
  const id = fc.oneof(fc.string({ unit: 'binary' }), fc.double({ noNaN: true }))
  fc.assert(
    fc.property(fc.array(id), (some) => {
      const { ids } = idIndex(some)
      expect(there(ids)).toEqual(ids)
    }),
  )
})

test('arrays that do not fit together are refused', () => {
  const { numbers, text, ends } = arraysOfIds(['ab', 1, 'c'])
  const load = (changed: object) => () => idsOfArrays('load', 'products', { numbers, text, ends, ...changed })
  expect(load({ ends: Int32Array.of(2, -1, 1) })).toThrow('load: bytes.products.ends[2] must end a text, got 1')
  expect(load({ ends: Int32Array.of(2, -1, 9) })).toThrow('load: bytes.products.ends[2] must end a text, got 9')
  expect(load({ ends: Int32Array.of(-1, -1) })).toThrow('load: bytes.products.ends[1] must end a text, got -1')
  expect(load({ numbers: Float64Array.of(NaN) })).toThrow('load: bytes.products.numbers must be numbers, got NaN')
  expect(load({ numbers: Float64Array.of(1, 1), ends: Int32Array.of(-1, -1) })).toThrow(
    'load: bytes.products must hold no id twice, got "1 repeated"',
  )
})
