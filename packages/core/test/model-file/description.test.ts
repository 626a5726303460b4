import { expect, test } from 'vitest'
import { isDescription } from '../../src/model-file/description.js'

const entry = { name: 'values', type: 'f64', length: 3 }

test('a description has a kind, options, and arrays with names, types and lengths', () => {
  expect(isDescription({ kind: 'k', options: {}, arrays: [entry] })).toBe(true)
})

test.each([
  null,
  [],
  'text',
  { kind: 1, options: {}, arrays: [] },
  { kind: 'k', options: null, arrays: [] },
  { kind: 'k', options: {}, arrays: {} },
  ...[{ name: 1 }, { type: 'f16' }, { type: '__proto__' }, { length: -1 }, { length: 0.5 }, { length: 1e300 }].map(
    (wrong) => ({ kind: 'k', options: {}, arrays: [{ ...entry, ...wrong }] }),
  ),
])('%j is none', (value) => {
  expect(isDescription(value)).toBe(false)
})
