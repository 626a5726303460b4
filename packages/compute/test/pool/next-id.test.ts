import { expect, test } from 'vitest'
import { nextId } from '../../src/pool/next-id.js'

test('every number is new', () => {
  expect(new Set(Array.from({ length: 100 }, nextId)).size).toBe(100)
})
