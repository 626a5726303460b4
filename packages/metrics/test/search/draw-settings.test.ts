import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawSettings } from '../../src/search/draw-settings.js'

const space = {
  neighbors: { from: 5, to: 500, integer: true, scale: 'log' },
  share: { from: -1, to: 1 },
  similarity: ['cosine', 'jaccard'],
} as const

test('settings are distinct and lie in the space', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), (seed, trials) => {
      const drawn = drawSettings(space, { trials, seed })
      expect(new Set(drawn.map((each) => JSON.stringify(each))).size).toBe(trials)
      for (const { neighbors, share, similarity } of drawn) {
        expect(Number.isInteger(neighbors) && neighbors >= 5 && neighbors <= 500).toBe(true)
        expect(share >= -1 && share <= 1).toBe(true)
        expect(['cosine', 'jaccard']).toContain(similarity)
      }
    }),
    { numRuns: 30 },
  )
})

test('the same seed draws the same, and more trials begin with the same settings', () => {
  const ten = drawSettings(space, { trials: 10, seed: 'a' })
  expect(drawSettings(space, { trials: 25, seed: 'a' }).slice(0, 10)).toEqual(ten)
  expect(drawSettings(space, { trials: 10, seed: 'b' })).not.toEqual(ten)
})

test('on a logarithmic scale half of the draws lie below the geometric mean', () => {
  const drawn = drawSettings({ x: { from: 1, to: 10_000, scale: 'log' } }, { trials: 2000, seed: 1 })
  const below = drawn.filter(({ x }) => x < 100).length
  expect(below).toBeGreaterThan(900)
  expect(below).toBeLessThan(1100)
})

test('the first and the last integer are as likely as the others', () => {
  const counts = new Map<number, number>()
  for (let seed = 0; seed < 3000; seed++) {
    const [{ x } = { x: -1 }] = drawSettings({ x: { from: 1, to: 3, integer: true } }, { trials: 1, seed })
    counts.set(x, (counts.get(x) ?? 0) + 1)
  }
  expect([...counts.keys()].sort()).toEqual([1, 2, 3])
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(100)
})

test('a space that holds no more gives what it holds', () => {
  expect(drawSettings({ a: [1, 2], b: ['x', 'y'] }, { trials: 100 })).toHaveLength(4)
})

test('names what is wrong with a space', () => {
  const wrong = (range: object) => () => drawSettings({ a: range as never })
  expect(wrong({ from: 2, to: 2 })).toThrow(
    new RangeError('drawSettings: space.a.to must be above space.a.from (2), got 2'),
  )
  expect(wrong({ from: 0, to: 2, scale: 'log' })).toThrow('space.a.from must be above 0 on a logarithmic scale, got 0')
  expect(wrong({ from: 0.5, to: 2, integer: true })).toThrow('space.a.from must be an integer, got 0.5')
  expect(wrong({ from: 0, to: Infinity })).toThrow('space.a.to must be finite, got Infinity')
  expect(wrong({ from: 0, to: 1, scale: 'exp' })).toThrow('space.a.scale must be one of "linear", "log"')
  expect(wrong([])).toThrow('space.a.length must be at least 1, got 0')
  expect(() => drawSettings({ a: [1] }, { trials: 0 })).toThrow('drawSettings: trials must be at least 1, got 0')
})
