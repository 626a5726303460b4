import { transactionsFromColumns, type Catalog } from '@clientele/core'
import { describe, expect, test } from 'vitest'
import { checkCells, lineSources } from '../../src/behaviour/line-sources.js'

const catalog: Catalog<string> = {
  products: { ids: ['cup', 'book', 'unsold'] },
  attributes: [
    { name: 'category', kind: 'text', values: ['Home', 'Books', 'Garden'] },
    { name: 'size', kind: 'number', values: Float64Array.of(4, NaN, 7) },
  ],
}
const log = {
  ...transactionsFromColumns({
    customer: ['ann', 'ann', 'bob'],
    time: [0, 0, 0],
    amount: [1, 2, 3],
    product: ['book', 'pen', 'cup'],
  }),
  catalog,
}

test('categories are looked up by product, and a product without one is beyond the last name', () => {
  expect(lineSources('fn', log, {}).category).toEqual({ names: ['Books', 'Home'], of: Int32Array.of(0, 2, 1) })
})

test('any attribute may be the category', () => {
  expect(lineSources('fn', log, { category: 'size' }).category).toEqual({ names: ['4'], of: Int32Array.of(1, 1, 0) })
})

test('channels are numbered by first appearance, and those of one name are one', () => {
  const places = (...channel: (string | number)[]) => {
    const { names, at } = lineSources('fn', log, { channel }).channel!
    return [names, channel.map((_, line) => at(line))]
  }
  expect(places('web', 7, 'web')).toEqual([
    ['web', '7'],
    [0, 1, 0],
  ])
  expect(places('__proto__', 7, '7')).toEqual([
    ['__proto__', '7'],
    [0, 1, 1],
  ])
})

test('list prices stay where they are', () => {
  const listAmount = [1, 2, 3]
  expect(lineSources('fn', log, { listAmount }).listAmount).toBe(listAmount)
})

test('what is not there is undefined', () => {
  const { catalog: _, ...without } = log
  expect(lineSources('fn', without, {})).toEqual({
    quantity: undefined,
    product: log.product,
    listAmount: undefined,
    channel: undefined,
    category: undefined,
  })
})

describe('refuses', () => {
  test.each([
    [{ listAmount: [1, 2] }, 'fn: listAmount.length must be 3, one per line, got 2'],
    [{ listAmount: [1, NaN, 3] }, 'fn: listAmount[1] must be finite, got NaN'],
    [{ listAmount: 5 }, 'fn: listAmount must be an array or a typed array, got 5'],
    [{ channel: ['web'] }, 'fn: channel.length must be 3, one per line, got 1'],
    [{ channel: ['web', null, 'web'] }, 'fn: channel[1] must be a string or a number, got null'],
    [{ channel: [NaN, 'web', 'web'] }, 'fn: channel[0] must be a string or a number, got NaN'],
    [{ category: 'colour' }, 'fn: category must be an attribute of the catalogue ("category", "size"), got "colour"'],
  ])('%j', (options, message) => {
    expect(() => lineSources('fn', log, options as any)).toThrow(message)
  })

  test('units and products of a log made by hand that are none, where they are used', () => {
    const broken = { ...log, product: Int32Array.of(0, 3, 1), quantity: Float64Array.of(1, 1, NaN) }
    expect(() => checkCells('fn', broken, ['listAmount'])).not.toThrow()
    expect(() => checkCells('fn', broken, ['quantity'])).toThrow('fn: orders.quantity[2] must be finite, got NaN')
    for (const source of ['product', 'category'] as const) {
      expect(() => checkCells('fn', broken, [source])).toThrow('fn: orders.product[1] must be an index below 3, got 3')
    }
  })

  test('a category where there is no catalogue', () => {
    const { catalog: _, ...without } = log
    expect(() => lineSources('fn', without, { category: 'size' })).toThrow(
      'fn: category must be an attribute of the catalogue (none), got "size"',
    )
  })
})
