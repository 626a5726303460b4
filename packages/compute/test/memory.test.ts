import { afterEach, expect, test, vi } from 'vitest'
import { openMemory, PAGE } from '../src/memory.js'

afterEach(() => vi.unstubAllGlobals())

test('memory begins with one page and may grow to 4 GiB', () => {
  for (const shared of [false, true]) {
    const { memory, mostBytes } = openMemory(shared)
    expect(memory.buffer.byteLength).toBe(PAGE)
    expect(mostBytes).toBe(2 ** 32)
    memory.grow(2)
    expect(memory.buffer.byteLength).toBe(3 * PAGE)
  }
})

test('a system that has not the addresses for 4 GiB is asked for less', () => {
  const asked: number[] = []
  const { Memory } = WebAssembly
  vi.stubGlobal('WebAssembly', {
    Memory: function (descriptor: WebAssembly.MemoryDescriptor) {
      asked.push(descriptor.maximum!)
      if (descriptor.maximum! > 16_384) throw new RangeError('could not allocate memory')
      return new Memory(descriptor)
    },
  })
  expect(openMemory(true).mostBytes).toBe(2 ** 30)
  expect(asked).toEqual([65_536, 32_768, 16_384])
})

test('a system that has no memory at all says so', () => {
  vi.stubGlobal('WebAssembly', {
    Memory: function () {
      throw new RangeError('could not allocate memory')
    },
  })
  expect(() => openMemory(true)).toThrow('could not allocate memory')
})

test('without WebAssembly a plain buffer grows and keeps what is in it', () => {
  vi.stubGlobal('WebAssembly', undefined)
  const { memory } = openMemory(false)
  new Uint8Array(memory.buffer)[7] = 7
  expect(memory.grow(1)).toBe(1)
  expect(memory.buffer.byteLength).toBe(2 * PAGE)
  expect(new Uint8Array(memory.buffer)[7]).toBe(7)
})
