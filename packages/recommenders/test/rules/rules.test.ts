import { expect, test, vi } from 'vitest'
import { rulesOf } from '../../src/rules/rules.js'

const products = { ids: ['a', 'b', 'c', 'd'] }

const allowed = (options: Parameters<typeof rulesOf<string>>[1]) => {
  const { allows } = rulesOf('recommend', options, products)
  return products.ids.filter((_, position) => allows?.(position) ?? true)
}

test('without rules ten are wanted, unseen, and everything is allowed', () => {
  expect(rulesOf('recommend', {}, products)).toEqual({ n: 10, includeSeen: false })
})

test('rules hold together: an excluded product is out even if it is among the allowed', () => {
  expect(allowed({ among: ['a', 'b', 'c'] })).toEqual(['a', 'b', 'c'])
  expect(allowed({ among: new Set(['a', 'b', 'c']), exclude: ['b'] })).toEqual(['a', 'c'])
  expect(allowed({ among: ['a', 'b', 'c'], exclude: ['b'], where: (item) => item !== 'a' })).toEqual(['c'])
  expect(allowed({ exclude: ['nothing'] })).toEqual(products.ids)
  expect(allowed({ among: ['a', 'nothing'] })).toEqual(['a'])
  expect(allowed({ among: [] })).toEqual([])
})

test('where is asked once per product, and only about those that the lists allow', () => {
  const where = vi.fn(() => true)
  const { allows } = rulesOf('recommendAll', { among: ['a', 'b'], exclude: ['b'], where }, products)
  for (let round = 0; round < 3; round++) products.ids.forEach((_, position) => allows!(position))
  expect(where.mock.calls).toEqual([['a']])
})

test('quotas and groups come along where they are given', () => {
  expect(rulesOf('recommend', { quotas: [] }, products)).toEqual({ n: 10, includeSeen: false })
  const rules = rulesOf(
    'recommend',
    { n: 4, quotas: [{ tag: 'new', among: ['b'], share: 0.5 }], maxPerGroup: { max: 1, group: () => 'x' } },
    products,
  )
  expect(rules.quotas).toEqual([{ tag: 'new', places: 2, positions: Int32Array.of(1) }])
  expect(rules.groups?.groupAt(2)).toBe(1)
  expect(rules.allows).toBeUndefined()
})

test('options of a wrong type are named', () => {
  const given = (options: any) => () => rulesOf('recommend', options, products)
  expect(given({ n: '5' })).toThrow(new TypeError('recommend: n must be an integer, got "5"'))
  expect(given({ includeSeen: 'no' })).toThrow('recommend: includeSeen must be true or false, got "no"')
  expect(given({ where: ['a'] })).toThrow('recommend: where must be a function, got an array of 1')
  expect(given({ quotas: null })).toThrow('recommend: quotas must be an array of { tag, among, share }, got null')
  expect(given({ maxPerGroup: null })).toThrow('recommend: maxPerGroup.max must be an integer, got undefined')
  expect(given({ among: 'a' })).toThrow('recommend: among must be an array or a Set of items, got "a"')
})
