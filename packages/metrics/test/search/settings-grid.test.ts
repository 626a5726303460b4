import { expect, test } from 'vitest'
import { settingsGrid } from '../../src/search/settings-grid.js'

test('every combination comes once, the last parameter changing fastest', () => {
  expect(settingsGrid({ neighbors: [20, 50], similarity: ['cosine', 'jaccard'] })).toEqual([
    { neighbors: 20, similarity: 'cosine' },
    { neighbors: 20, similarity: 'jaccard' },
    { neighbors: 50, similarity: 'cosine' },
    { neighbors: 50, similarity: 'jaccard' },
  ])
})

test('a grid without parameters holds the defaults alone', () => {
  expect(settingsGrid({})).toEqual([{}])
})

test('any name is a parameter', () => {
  const [settings] = settingsGrid(JSON.parse('{ "__proto__": [1] }') as Record<string, number[]>)
  expect(Object.keys(settings!)).toEqual(['__proto__'])
})

test('names the bad value', () => {
  expect(() => settingsGrid({ a: [] })).toThrow(new RangeError('settingsGrid: grid.a.length must be at least 1, got 0'))
  expect(() => settingsGrid({ a: [1, NaN] })).toThrow('settingsGrid: grid.a[1] must be finite, got NaN')
  expect(() => settingsGrid({ a: [1, 1] })).toThrow('grid.a[1] must be another value than those before, got 1')
  expect(() => settingsGrid({ a: 5 as never })).toThrow(
    new TypeError('settingsGrid: grid.a must be an array of values, got 5'),
  )
  expect(() => settingsGrid({ a: [{}] as never })).toThrow('grid.a[0] must be a string, number, boolean or null')
})
