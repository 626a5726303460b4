import { catalogOf, productFact } from '@clientele/core'
import { expect, test } from 'vitest'

const goods = [
  { sku: 'mug', kind: 'kitchen', price: 8, cost: 3, stock: 4 },
  { sku: '__proto__', kind: null, price: 4, cost: 1, stock: undefined },
]

test('a table of products becomes attributes, by name or by function', () => {
  const catalog = catalogOf(goods, {
    product: 'sku',
    attributes: { kind: 'kind', stock: 'stock', margin: ({ price, cost }) => price - cost },
  })
  expect(catalog).toEqual({
    products: { ids: ['mug', '__proto__'] },
    attributes: [
      { name: 'kind', kind: 'text', values: ['kitchen', undefined] },
      { name: 'stock', kind: 'number', values: Float64Array.of(4, NaN) },
      { name: 'margin', kind: 'number', values: Float64Array.of(5, 3) },
    ],
  })
  expect(productFact(catalog, '__proto__', 'margin')).toBe(3)
})

test('no rows and no attributes make an empty catalogue', () => {
  expect(catalogOf([], { product: () => 'a', attributes: {} })).toEqual({ products: { ids: [] }, attributes: [] })
})

test('a product that comes twice, a wrong field and a wrong cell are errors with their place', () => {
  const twice = [...goods, { ...goods[0]!, stock: 0 }]
  expect(() => catalogOf(twice, { product: 'sku', attributes: {} })).toThrow(
    new RangeError('catalogOf: rows[2].product must be a product of one row only, got "mug"'),
  )
  expect(() => catalogOf([{ sku: undefined }], { product: 'sku' as any, attributes: {} })).toThrow(
    new TypeError('catalogOf: rows[0].product must be a string or a number, got undefined'),
  )
  expect(() => catalogOf(goods, { product: 'sku', attributes: { kind: () => true as any } })).toThrow(
    new TypeError('catalogOf: rows[0].kind must be a string or a number, got true'),
  )
  expect(() => catalogOf(goods, { product: 'sku', attributes: { kind: 3 as any } })).toThrow(
    'catalogOf: fields.attributes.kind must be a field name or a function of the row, got 3',
  )
})
