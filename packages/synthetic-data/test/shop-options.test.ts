import { expect, test } from 'vitest'
import { generateShop } from '../src/generate-shop.js'
import { resolveShopOptions } from '../src/shop-options.js'

const kind = { name: 'a', share: 1, ordersPerMonth: 1, dropoutPerMonth: 0 }
const category = { name: 'a', share: 1, prices: [1, 2] as const }

const refused: [string, Record<string, unknown>, string][] = [
  ['a missing seed', { seed: undefined }, 'seed must be a string or a finite number, got undefined'],
  ['a seed that is no number', { seed: NaN }, 'seed must be a string or a finite number, got NaN'],
  ['no customers', { customers: 0 }, 'customers must be between 1 and 10000000, got 0'],
  ['half a customer', { customers: 1.5 }, 'customers must be an integer, got 1.5'],
  ['fewer products than categories', { products: 4 }, 'products must be at least 5, one per category, got 4'],
  ['fewer orders than customers', { orders: 499 }, 'orders must be at least 500, got 499'],
  [
    'a date that is none',
    { from: '2023-02-30' },
    'from must be a real date in ISO 8601 (2011-12-10), got "2023-02-30"',
  ],
  [
    'an end before the beginning',
    { from: '2024-01-02', to: '2024-01-01' },
    'to must be later than from (2024-01-02T00:00:00.000Z), got 2024-01-01T00:00:00.000Z',
  ],
  ['empty baskets', { linesPerOrder: 0 }, 'linesPerOrder must be between 1 and 1000, got 0'],
  ['a negative spread', { rateSpread: -1 }, 'rateSpread must be between 0 and 3, got -1'],
  [
    'tastes without concentration',
    { tasteConcentration: 0 },
    'tasteConcentration must be between 0.001 and 1000000, got 0',
  ],
  ['a negative exponent', { popularityExponent: -1 }, 'popularityExponent must be between 0 and 10, got -1'],
  ['more bundles than products', { bundles: 41 }, 'bundles must be between 0 and 40, got 41'],
  ['a bundle of one', { bundleSize: 1 }, 'bundleSize must be at least 2, got 1'],
  ['a chance above 1', { complementRate: 1.1 }, 'complementRate must be between 0 and 1, got 1.1'],
  ['a season above 1', { seasonality: 2 }, 'seasonality must be between 0 and 1, got 2'],
  ['no archetypes', { archetypes: [] }, 'archetypes.length must be at least 1, got 0'],
  [
    'archetypes without share',
    { archetypes: [{ ...kind, share: 0 }] },
    'archetypes[0].share must be above 0 for at least one, got 0',
  ],
  [
    'a negative rate',
    { archetypes: [{ ...kind, ordersPerMonth: -1 }] },
    'archetypes[0].ordersPerMonth must be between 0 and 10000, got -1',
  ],
  [
    'a negative dropout',
    { archetypes: [kind, { ...kind, dropoutPerMonth: -1 }] },
    'archetypes[1].dropoutPerMonth must be at least 0, got -1',
  ],
  ['a nameless archetype', { archetypes: [{ ...kind, name: 7 }] }, 'archetypes[0].name must be text, got 7'],
  [
    'no units',
    { spendingLevels: [{ name: 'a', share: 1, units: 0 }] },
    'spendingLevels[0].units must be between 1 and 1000000, got 0',
  ],
  ['categories that are no list', { categories: 'Home' }, 'categories must be an array, got "Home"'],
  [
    'a category without share',
    { categories: [category, { ...category, share: 0 }] },
    'categories[1].share must be at least a millionth of all shares, got 0',
  ],
  [
    'a free category',
    { categories: [{ ...category, prices: [0, 2] }] },
    'categories[0].prices[0] must be at least 0.01, got 0',
  ],
  [
    'prices upside down',
    { categories: [{ ...category, prices: [2, 1] }] },
    'categories[0].prices[1] must be at least 2, got 1',
  ],
  [
    'a single price',
    { categories: [{ ...category, prices: 2 }] },
    'categories[0].prices must be a lowest and a highest price, got 2',
  ],
  ['no nouns', { categories: [{ ...category, nouns: [] }] }, 'categories[0].nouns.length must be at least 1, got 0'],
]

test.each(refused)('%s is refused by name', (_, options, message) => {
  expect(() => generateShop({ seed: 1, ...options })).toThrow(`generateShop: ${message}`)
})

test('options that are no object are refused', () => {
  expect(() => generateShop(undefined as never)).toThrow(
    'generateShop: options must be an object with a seed, got undefined',
  )
})

test('a seed is all that is needed', () => {
  const { customers, products, bundles, from, to } = resolveShopOptions({ seed: 'x' })
  expect({ customers, products, bundles }).toEqual({ customers: 500, products: 120, bundles: 20 })
  expect([from, to]).toEqual([Date.UTC(2023, 0), Date.UTC(2025, 0)])
})
