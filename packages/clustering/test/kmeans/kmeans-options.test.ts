import { expect, test } from 'vitest'
import { kmeans, type KmeansOptions } from '../../src/index.js'
import { checkNothingDrawn, resolveLimits, resolveSeeds } from '../../src/kmeans/kmeans-options.js'

test('what is left out has its default', () => {
  expect(resolveLimits('test', undefined)).toEqual({ iterations: 300, tolerance: 1e-4 })
  expect(resolveSeeds('test', { seed: 'a' })).toEqual({ seed: 'a', restarts: 10, tries: 0 })
})

test.each([
  [{ iterations: 0 }, 'test: iterations must be at least 1, got 0'],
  [{ iterations: 1.5 }, 'test: iterations must be an integer, got 1.5'],
  [{ tolerance: -1 }, 'test: tolerance must be at least 0, got -1'],
  [{ tolerance: NaN }, 'test: tolerance must be finite, got NaN'],
])('limits %j are refused', (options, message) => {
  expect(() => resolveLimits('test', options)).toThrow(new RangeError(message))
})

test('no restarts are refused', () => {
  expect(() => resolveSeeds('test', { seed: 1, restarts: 0 })).toThrow(
    new RangeError('test: restarts must be at least 1, got 0'),
  )
})

test.each([undefined, {}, { seed: NaN }, { seed: null }])('without a seed nothing is drawn: %j', (options) => {
  const bad = options as KmeansOptions
  expect(() => kmeans([[1]], 1, bad)).toThrow(TypeError)
  expect(() => kmeans([[1]], 1, bad)).toThrow(
    /^kmeans: seed must be a string or a finite number, got (undefined|NaN|null)$/,
  )
})

test.each([
  [{ seed: 1 }, 'test: seed must be left out when initial is given, got 1'],
  [{ search: 'swap' }, 'test: search must be left out when initial is given, got "swap"'],
  [{ tries: 5 }, 'test: tries must be left out when initial is given, got 5'],
  [{ restarts: 3 }, 'test: restarts must be left out when initial is given, got 3'],
])('beside given centroids %j would do nothing and is refused', (options, message) => {
  expect(() => checkNothingDrawn('test', options)).toThrow(new RangeError(message))
})

test('swaps are tried a hundred times, or as often as told', () => {
  expect(resolveSeeds('test', { seed: 1, search: 'swap' }).tries).toBe(100)
  expect(resolveSeeds('test', { seed: 1, search: 'swap', tries: 7 }).tries).toBe(7)
  expect(resolveSeeds('test', { seed: 1, search: 'restarts' }).tries).toBe(0)
})

test.each([
  [{ search: 'anneal' }, 'test: search must be "restarts" or "swap", got "anneal"'],
  [{ search: 'swap', tries: 0 }, 'test: tries must be at least 1, got 0'],
  [{ tries: 5 }, 'test: tries must be left out unless search is "swap", got 5'],
])('a search %j is refused', (options, message) => {
  expect(() => resolveSeeds('test', { seed: 1, ...options } as never)).toThrow(new RangeError(message))
})
