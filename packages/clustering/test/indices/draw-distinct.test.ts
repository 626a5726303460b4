import { random } from '@clientele/core'
import { expect, test } from 'vitest'
import { drawDistinct } from '../../src/indices/draw-distinct.js'

test('draws ascend, differ and lie below the total', () => {
  for (let seed = 0; seed < 50; seed++) {
    const drawn = [...drawDistinct(30, 12, random(seed))]
    expect(new Set(drawn).size).toBe(12)
    expect(drawn).toEqual(drawn.toSorted((a, b) => a - b))
    expect(drawn.every((value) => Number.isInteger(value) && value >= 0 && value < 30)).toBe(true)
  }
})

test('all may be drawn', () => {
  expect(drawDistinct(5, 5, random(1))).toEqual(Float64Array.of(0, 1, 2, 3, 4))
})

test('every pair of four is drawn about equally often', () => {
  const counts = new Map<string, number>()
  const stream = random(3)
  for (let i = 0; i < 6000; i++) {
    const pair = drawDistinct(4, 2, stream).join()
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  // 1000 expected, standard deviation 29
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120)
})

test('a total beyond 32 bits is no matter', () => {
  const [least, , most] = drawDistinct(2 ** 50, 3, random(1))
  expect(most! - least!).toBeGreaterThan(2 ** 40)
})
