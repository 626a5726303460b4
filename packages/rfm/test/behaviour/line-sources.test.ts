import { transactionsFromColumns, type Catalog } from '@clientele/core'
import { describe, expect, test } from 'vitest'
import { lineSources } from '../../src/behaviour/line-sources.js'

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

test('channels are numbered by first appearance', () => {
  expect(lineSources('fn', log, { channel: ['web', 7, 'web'] }).channel).toEqual({
    names: ['web', '7'],
    of: Int32Array.of(0, 1, 0),
  })
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
    [{ category: 'colour' }, 'fn: category must be an attribute of the catalogue ("category", "size"), got "colour"'],
  ])('%j', (options, message) => {
    expect(() => lineSources('fn', log, options as any)).toThrow(message)
  })

  test('a category where there is no catalogue', () => {
    const { catalog: _, ...without } = log
    expect(() => lineSources('fn', without, { category: 'size' })).toThrow(
      'fn: category must be an attribute of the catalogue (none), got "size"',
    )
  })
})
