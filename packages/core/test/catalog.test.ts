import {
  attributeOf,
  catalogAttribute,
  checkAttribute,
  factOf,
  idIndex,
  productFact,
  type Catalog,
} from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const catalog: Catalog = {
  products: idIndex(['p-1', 'p-2', '__proto__']),
  attributes: [
    attributeOf('name', ['Blue mug', undefined, 'Prototype']),
    attributeOf('weight', [0.5, NaN, 0]),
    attributeOf('__proto__', ['a', 'b', 'c']),
  ],
}

describe('productFact', () => {
  test.each([
    ['p-1', 'name', 'Blue mug'],
    ['p-1', 'weight', 0.5],
    ['__proto__', 'weight', 0],
    ['__proto__', '__proto__', 'c'],
    ['p-2', 'name', undefined],
    ['p-2', 'weight', undefined],
    ['unknown', 'name', undefined],
    ['toString', 'name', undefined],
  ])('of %s and %s is %o', (product, name, fact) => {
    expect(productFact(catalog, product, name)).toBe(fact)
  })

  test('is the same in a clone', () => {
    const clone = structuredClone(catalog)
    expect(clone).toEqual(catalog)
    expect(productFact(clone, 'p-1', 'name')).toBe('Blue mug')
  })

  test('names the attributes there are when there is none of that name', () => {
    expect(() => productFact(catalog, 'p-1', 'colour')).toThrow(
      new RangeError(
        'productFact: name must be an attribute of the catalogue ("name", "weight", "__proto__"), got "colour"',
      ),
    )
    expect(() => productFact({ ...catalog, attributes: [] }, 'p-1', 'toString')).toThrow(
      new RangeError('productFact: name must be an attribute of the catalogue (none), got "toString"'),
    )
  })
})

test('factOf reads what productFact gives, and looks the attribute up at once', () => {
  const products = ['p-1', 'p-2', '__proto__', 'unknown']
  for (const { name } of catalog.attributes) {
    expect(products.map(factOf(catalog, name))).toEqual(products.map((product) => productFact(catalog, product, name)))
  }
  expect(() => factOf(catalog, 'colour')).toThrow('factOf: name must be an attribute of the catalogue ("name",')
})

test('checkAttribute gives the attribute, or an error in the name of the caller', () => {
  expect(checkAttribute('inStock', 'attribute', catalog, 'weight')).toBe(catalog.attributes[1])
  expect(() => checkAttribute('inStock', 'attribute', catalog, 'stock')).toThrow(
    new RangeError(
      'inStock: attribute must be an attribute of the catalogue ("name", "weight", "__proto__"), got "stock"',
    ),
  )
})

test('catalogAttribute finds an attribute by name', () => {
  expect(catalogAttribute(catalog, 'weight')).toBe(catalog.attributes[1])
  expect(catalogAttribute(catalog, '__proto__')).toBe(catalog.attributes[2])
  expect(catalogAttribute(catalog, 'constructor')).toBeUndefined()
})

describe('attributeOf', () => {
  test('is numbers when all that is known is numbers', () => {
    expect(attributeOf('size', [38, undefined, NaN, 40])).toEqual({
      name: 'size',
      kind: 'number',
      values: Float64Array.of(38, NaN, NaN, 40),
    })
  })

  test('is text otherwise', () => {
    expect(attributeOf('size', [38, undefined, 'XL', NaN])).toEqual({
      name: 'size',
      kind: 'text',
      values: ['38', undefined, 'XL', undefined],
    })
    expect(attributeOf('size', [undefined])).toEqual({ name: 'size', kind: 'text', values: [undefined] })
  })

  test('has one value per product, missing exactly where the fact is', () => {
    const facts = fc.array(fc.oneof(fc.string(), fc.double(), fc.constant(undefined)))
    fc.assert(
      fc.property(facts, (given) => {
        const { values } = attributeOf('fact', given)
        const missing = (value: unknown) => value === undefined || Number.isNaN(value)
        expect(Array.from<unknown>(values).map(missing)).toEqual(given.map(missing))
      }),
    )
  })
})
