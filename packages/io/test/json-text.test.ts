import { expect, test } from 'vitest'
import { jsonText } from '../src/index.js'

test('typed arrays become lists, and the text ends a line', () => {
  const value = { cuts: Float64Array.of(26, 96.5), labels: Int32Array.of(), name: 'x' }
  expect(jsonText(value)).toBe('{\n  "cuts": [\n    26,\n    96.5\n  ],\n  "labels": [],\n  "name": "x"\n}\n')
  expect(JSON.parse(jsonText([1, null]))).toEqual([1, null])
})

test('what JSON cannot say is an error', () => {
  expect(() => jsonText({ mean: NaN })).toThrow(new RangeError('jsonText: "mean" must be finite, got NaN'))
  expect(() => jsonText(Float64Array.of(1, Infinity))).toThrow('jsonText: "1" must be finite, got Infinity')
  expect(() => jsonText(NaN)).toThrow('jsonText: value must be finite')
  expect(() => jsonText(undefined)).toThrow(TypeError)
})
