import { expect, test } from 'vitest'
import { ALIGNMENT, aligned, AT, ELEMENT_TYPES, HEADER_BYTES } from '../../src/model-file/format.js'

test('arrays begin where every element type is aligned', () => {
  expect([0, 1, 8, 9].map(aligned)).toEqual([0, 8, 8, 16])
  for (const { BYTES_PER_ELEMENT } of Object.values(ELEMENT_TYPES)) expect(ALIGNMENT % BYTES_PER_ELEMENT).toBe(0)
})

test('the fields of the header do not overlap and fit into it', () => {
  expect(AT).toEqual({ version: 8, checksum: 12, description: 16, size: 24 })
  expect(HEADER_BYTES).toBe(AT.size + 8)
})
