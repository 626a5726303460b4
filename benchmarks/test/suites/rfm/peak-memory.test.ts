import { expect, test } from 'vitest'
import { memoryNote } from '../../../src/suites/rfm/peak-memory.js'

test('a peak is told in megabytes, rounded up', () => {
  expect(memoryNote(27_000_001, 40)).toBe('at most 28 MB beyond the log')
})

test('a peak above what is allowed fails the row', () => {
  expect(() => memoryNote(41_000_000, 40)).toThrow('memory beyond the log must be at most 40 MB, got 41 MB')
})
