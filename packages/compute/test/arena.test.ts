import { random } from '@clientele/core'
import { describe, expect, test, vi } from 'vitest'
import { Arena, type Scope } from '@clientele/compute'

describe.each([
  ['plain', false],
  ['shared', true],
])('%s memory', (_, shared) => {
  test('regions hold what is put into them, begin on cache lines and never overlap', () => {
    const arena = new Arena(shared)
    const scope = arena.scope()
    const regions = [
      scope.copy(Float64Array.of(1, 2, 3)),
      scope.copy(Float32Array.of(4, 5)),
      scope.copy(Int32Array.of(-6)),
      scope.copy(Uint8Array.of(7, 8, 9)),
      scope.zeros('f64', 3),
      scope.zeros('i32', 0),
    ]
    expect(regions.map((region) => [...region.view()])).toEqual([[1, 2, 3], [4, 5], [-6], [7, 8, 9], [0, 0, 0], []])
    expect(regions.every(({ address }) => address % 64 === 0 && address >= 1024)).toBe(true)
    expect(new Set(regions.map(({ address }) => address)).size).toBe(regions.length)
  })

  test('memory grows when it is full; a region finds its numbers again, whatever became of older views', () => {
    const arena = new Arena(shared)
    const scope = arena.scope()
    const first = scope.copy(Float64Array.of(1, 2))
    const old = first.view()
    const big = scope.zeros('f64', 1 << 20)
    expect(arena.size).toBeGreaterThanOrEqual(8 << 20)
    expect([...first.view()]).toEqual([1, 2])
    first.view()[0] = 5
    // A plain memory takes the old views with it, a shared one shows the same bytes through them.
    expect(old[0]).toBe(shared ? 5 : undefined)
    expect(big.view().every((value) => value === 0)).toBe(true)
  })
})

test('a closed scope gives its memory back, once, and the next one uses it again', () => {
  const arena = new Arena(false)
  const scope = arena.scope()
  const { address } = scope.room('f64', 100_000)
  expect(arena.used).toBe(800_000)
  scope.close()
  scope.close()
  expect(arena.used).toBe(0)
  const { size } = arena
  expect(arena.scope().room('f64', 100_000).address).toBe(address)
  expect(arena.size).toBe(size)
})

test('memory that comes back in any order is whole again', () => {
  const arena = new Arena(false)
  const { integer } = random('arena')
  const open: Scope[] = []
  for (let round = 0; round < 300; round++) {
    const scope = arena.scope()
    for (let i = integer(4); i >= 0; i--) scope.room('u8', integer(50_000))
    open.push(scope)
    if (open.length > 10) open.splice(integer(open.length), 1)[0]!.close()
  }
  for (const scope of open) scope.close()
  expect(arena.used).toBe(0)
  // All of what is there fits in one piece: nothing is left in between.
  const { size } = arena
  arena.scope().room('u8', size - 1024)
  expect(arena.size).toBe(size)
})

test('growing comes in steps that keep it rare', () => {
  const arena = new Arena(false)
  const grow = vi.spyOn(arena.memory, 'grow')
  const scope = arena.scope()
  for (let i = 0; i < 1000; i++) scope.room('u8', 65_536)
  expect(arena.used).toBe(65_536_000)
  expect(grow.mock.calls.length).toBeLessThan(60)
  expect(arena.size).toBeLessThan(1.2 * arena.used)
})

test('work that cannot fit in 4 GiB is refused before it starts, with the bytes needed and available', () => {
  const arena = new Arena(false)
  const free = 2 ** 32 - 1024
  expect(() => arena.require('fn', free)).not.toThrow()
  expect(() => arena.require('fn', free + 1)).toThrow(
    new RangeError(`fn: memory must fit in the ${free} bytes available, got ${free + 1} bytes needed`),
  )
  arena.scope().room('u8', 640)
  expect(() => arena.require('fn', free)).toThrow(
    `fn: memory must fit in the ${free - 640} bytes available, got ${free} bytes needed`,
  )
  expect(() => arena.require('fn', NaN)).toThrow('got NaN bytes needed')
  expect(arena.size).toBe(65_536)
})

test('a region that cannot fit is refused in the name of the function, and leaves all as it was', () => {
  const arena = new Arena(false)
  const scope = arena.scope('fn')
  expect(() => scope.room('f64', 2 ** 30)).toThrow(/^fn: memory must fit in the \d+ bytes available, got 8589934592 /)
  expect(() => scope.room('f64', -1)).toThrow('fn: length must be at least 0, got -1')
  expect(() => scope.room('f64', 1.5)).toThrow('fn: length must be an integer, got 1.5')
  expect([arena.used, arena.size]).toEqual([0, 65_536])
})

test('memory in pieces is not mistaken for memory in one piece', () => {
  const arena = new Arena(false)
  vi.spyOn(arena.memory, 'grow').mockReturnValue(0)
  const held = arena.scope()
  const early = arena.scope()
  early.room('u8', 2 ** 31)
  held.room('u8', 2 ** 30)
  early.close()
  expect(() => arena.scope('fn').room('u8', 2.5 * 2 ** 30)).toThrow(
    /^fn: memory must fit in one piece in the \d+ bytes available, got 2684354560 bytes needed$/,
  )
})

test('a system that grants no more memory is named', () => {
  const arena = new Arena(false)
  vi.spyOn(arena.memory, 'grow').mockImplementation(() => {
    throw new RangeError('failed to grow memory')
  })
  expect(() => arena.scope('fn').room('u8', 100_000)).toThrow(
    /^fn: memory must be granted by the system, got a refusal of \d+ more bytes$/,
  )
})
