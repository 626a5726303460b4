import { expect, test } from 'vitest'
import { Allocator } from '../src/allocator.js'

test('what is given back is taken again before the memory grows', () => {
  const allocator = new Allocator(false)
  const first = allocator.take('fn', 4096)
  expect([first > 0, allocator.used]).toEqual([true, 4096])
  const size = allocator.size
  allocator.give(first, 4096)
  expect([allocator.take('fn', 4096), allocator.size, allocator.used]).toEqual([first, size, 4096])
})

test('a stretch longer than the memory makes it grow by what is missing', () => {
  const allocator = new Allocator(false)
  const bytes = 3 * allocator.size
  const address = allocator.take('fn', bytes)
  expect(address + bytes).toBeLessThanOrEqual(allocator.memory.buffer.byteLength)
  expect(allocator.size).toBe(allocator.memory.buffer.byteLength)
})

test('what can never fit is refused with what is needed and there', () => {
  const allocator = new Allocator(false)
  expect(() => allocator.require('fn', 2 ** 40)).toThrow(
    /^fn: memory must fit in the \d+ bytes available, got 1099511627776 /,
  )
  expect(() => allocator.take('fn', 2 ** 40)).toThrow(RangeError)
  expect(allocator.used).toBe(0)
})
