import { random } from '@clientele/core'
import { expect, test } from 'vitest'
import { FreeList } from '../src/free-list.js'

test('the smallest stretch that suffices is taken, and long ones stay whole', () => {
  const free = new FreeList()
  free.give(0, 100)
  free.give(200, 20)
  free.give(300, 30)
  expect(free.take(20)).toBe(200)
  expect(free.take(20)).toBe(300)
  expect(free.take(100)).toBe(0)
  expect(free.take(20)).toBeUndefined()
  expect(free.total).toBe(10)
})

test('of equal stretches the first is taken', () => {
  const free = new FreeList()
  free.give(500, 10)
  free.give(100, 10)
  expect(free.take(10)).toBe(100)
})

test('what comes back joins its neighbours', () => {
  const free = new FreeList()
  free.give(0, 10)
  free.give(20, 10)
  expect(free.take(30)).toBeUndefined()
  free.give(10, 10)
  expect(free.take(30)).toBe(0)
})

test('the end of memory counts only when it is free', () => {
  const free = new FreeList()
  free.give(80, 20)
  expect(free.freeBefore(100)).toBe(20)
  expect(free.freeBefore(200)).toBe(0)
  expect(new FreeList().freeBefore(100)).toBe(0)
})

test('however pieces are taken and given back, none overlap and all come together again', () => {
  const free = new FreeList()
  const size = 1 << 16
  free.give(0, size)
  const { integer } = random('free list')
  const taken: [start: number, size: number][] = []
  const owned = new Uint8Array(size)
  for (let round = 0; round < 3000; round++) {
    if (taken.length > 0 && integer(2) === 0) {
      const [start, length] = taken.splice(integer(taken.length), 1)[0]!
      owned.fill(0, start, start + length)
      free.give(start, length)
    } else {
      const length = 1 + integer(3000)
      const start = free.take(length)
      if (start === undefined) continue
      expect(owned.subarray(start, start + length).indexOf(1)).toBe(-1)
      owned.fill(1, start, start + length)
      taken.push([start, length])
    }
  }
  for (const [start, length] of taken) free.give(start, length)
  expect(free.take(size)).toBe(0)
})
