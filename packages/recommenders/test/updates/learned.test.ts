import { expect, test } from 'vitest'
import { fitItemKnn, fitUserKnn } from '../../src/index.js'
import { recall } from '../../src/updates/learned.js'
import { interactionsFrom } from '../fixtures.js'

const shop = interactionsFrom([
  ['ann', 'mug'],
  ['bob', 'mug'],
])

test('a model is known by itself, not by a copy or under another name', () => {
  const [items, users] = [fitItemKnn(shop, { neighbors: 3 }), fitUserKnn(shop)]
  expect(recall('test', items, 'item-knn', 'x').options.neighbors).toBe(3)
  expect(recall('test', items, 'item-knn', 'x').interactions).toBe(shop)
  expect(() => recall('test', users, 'item-knn', 'fitItemKnn')).toThrow(
    new TypeError('test: model must be made by fitItemKnn, got an object'),
  )
  expect(() => recall('test', { ...items }, 'item-knn', 'fitItemKnn')).toThrow(TypeError)
})
