import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quotasOf } from '../../src/rules/quotas.js'

const products = { ids: ['a', 'b', 'c'] }
const placesOf = (n: number, ...shares: number[]) =>
  quotasOf(
    'f',
    shares.map((share, i) => ({ tag: `${i}`, among: ['a'], share })),
    n,
    products,
  ).map(({ places }) => places)

test('a share of a list is that many of its places', () => {
  expect(quotasOf('f', [{ tag: 'new', among: new Set(['c', 'a']), share: 0.2 }], 10, products)).toEqual([
    { tag: 'new', places: 2, positions: Int32Array.of(0, 2) },
  ])
  expect(placesOf(10, 0.3, 0.7)).toEqual([3, 7])
  expect(placesOf(5, 0.5, 0.5)).toEqual([3, 2])
  expect(placesOf(2, 0.2, 0.2)).toEqual([0, 1])
  expect(placesOf(7, 0, 1)).toEqual([0, 7])
})

test('together quotas have at most n places, and each is within one place of its share', () => {
  const shares = fc.array(fc.nat(20), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(shares, fc.integer({ min: 1, max: 500 }), (parts, n) => {
      const total = parts.reduce((sum, part) => sum + part, 0)
      const shares = parts.map((part) => part / Math.max(1, total))
      const places = placesOf(n, ...shares)
      expect(places.reduce((sum, each) => sum + each, 0)).toBe(total === 0 ? 0 : n)
      places.forEach((each, i) => expect(Math.abs(each - shares[i]! * n)).toBeLessThanOrEqual(1 + 1e-9))
    }),
  )
})

test('names what is wrong with a quota', () => {
  const given = (quotas: any) => () => quotasOf('recommend', quotas, 10, products)
  const good = { tag: 'new', among: ['a'], share: 0.5 }
  expect(given('a')).toThrow(new TypeError('recommend: quotas must be an array of { tag, among, share }, got "a"'))
  expect(given([null])).toThrow(new TypeError('recommend: quotas[0].tag must be a string, got undefined'))
  expect(given([good, good])).toThrow('recommend: quotas[1].tag must be unlike the other tags, got "new"')
  expect(given([{ ...good, share: -0.1 }])).toThrow('recommend: quotas[0].share must be between 0 and 1, got -0.1')
  expect(given([{ ...good, share: '1' }])).toThrow('recommend: quotas[0].share must be a number, got "1"')
  expect(given([good, { ...good, tag: 'old', share: 0.75 }])).toThrow(
    new RangeError('recommend: quotas[0..1].share must add up to at most 1, got 1.25'),
  )
  expect(given([{ ...good, among: ['x'] }])).toThrow('quotas[0].among must name at least one item that the model knows')
  expect(given([{ ...good, among: undefined }])).toThrow('quotas[0].among must be an array or a Set of items')
  expect(given(new Array(201).fill(good))).toThrow('recommend: quotas.length must be at most 200, got 201')
})
