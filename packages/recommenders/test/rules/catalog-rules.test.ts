import { attributeOf, idIndex, type Catalog } from '@clientele/core'
import { expect, test } from 'vitest'
import { allOf, fitPopularity, inStock, marginAtLeast } from '../../src/index.js'
import { interactionsFrom } from '../fixtures.js'

const catalog: Catalog<string> = {
  products: idIndex(['mug', 'tea', 'pot', '__proto__']),
  attributes: [
    attributeOf('stock', [3, 0, undefined, 1]),
    attributeOf('price', [8, 4, 20, 0]),
    attributeOf('cost', [6, 3.5, undefined, -1]),
    attributeOf('name', ['Mug', 'Tea', 'Pot', 'Odd']),
  ],
}
const items = ['mug', 'tea', 'pot', '__proto__', 'unknown', 'constructor']

test('what is in stock is allowed, what has no known stock is not', () => {
  expect(items.filter(inStock(catalog))).toEqual(['mug', '__proto__'])
  expect(items.filter(inStock(catalog, { atLeast: 2 }))).toEqual(['mug'])
  expect(items.filter(inStock(catalog, { attribute: 'price', atLeast: 4 }))).toEqual(['mug', 'tea', 'pot'])
})

test('the stock of the moment counts', () => {
  const stock = catalog.attributes[0]!.values as Float64Array
  const isThere = inStock(catalog)
  stock[0] = 0
  expect(isThere('mug')).toBe(false)
  stock[0] = 3
  expect(isThere('mug')).toBe(true)
})

test('a margin is a share of the price; without a price or a cost there is none', () => {
  // mug (8 - 6) / 8 = 0.25, tea (4 - 3.5) / 4 = 0.125
  expect(items.filter(marginAtLeast(catalog, 0.25))).toEqual(['mug'])
  expect(items.filter(marginAtLeast(catalog, -1))).toEqual(['mug', 'tea'])
  expect(items.filter(marginAtLeast(catalog, 0.2, { price: 'cost', cost: 'price' }))).toEqual([])
})

test('all of some rules hold together', () => {
  expect(items.filter(allOf(inStock(catalog), marginAtLeast(catalog, 0)))).toEqual(['mug'])
  expect(items.filter(allOf())).toEqual(items)
})

test('a catalogue without the attribute is an error, an attribute of text too', () => {
  const other = { ...catalog, attributes: [attributeOf('name', ['a'])] }
  expect(() => inStock(other)).toThrow(
    new RangeError('inStock: attribute must be an attribute of the catalogue ("name"), got "stock"'),
  )
  expect(() => marginAtLeast(other, 0.2)).toThrow('marginAtLeast: price must be an attribute of the catalogue')
  expect(() => marginAtLeast(catalog, 0.2, { cost: 'costs' })).toThrow('marginAtLeast: cost must be an attribute of')
  expect(() => inStock(catalog, { attribute: 'name' })).toThrow('attribute must be an attribute of numbers, got "name"')
  expect(() => inStock(catalog, { atLeast: NaN })).toThrow('inStock: atLeast must be finite, got NaN')
  expect(() => marginAtLeast(catalog, 30)).toThrow('marginAtLeast: least must be at most 1, got 30')
  expect(() => allOf(inStock(catalog), 'stock' as any)).toThrow('allOf: rules[1] must be a function, got "stock"')
})

test('a list stays as long as there is stock', () => {
  const cells = ['tea', 'mug', 'pot', '__proto__'].flatMap((item, i) =>
    Array.from({ length: 4 - i }, (_, c) => [c, item] as const),
  )
  const model = fitPopularity(interactionsFrom(cells))
  expect(model.recommendFor([], { n: 2, where: inStock(catalog) }).map(({ item }) => item)).toEqual([
    'mug',
    '__proto__',
  ])
})
