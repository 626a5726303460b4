import { idIndex } from '@clientele/core'
import { expect, test } from 'vitest'
import { historyPart } from '../../src/ratings/history-part.js'

test('names the product of the history and its value there', () => {
  const partOf = historyPart(idIndex(['mug', 'tea', 'pot']))
  const history = { items: Int32Array.of(0, 2), values: Float64Array.of(3, 5) }
  expect(partOf({ row: 2, weight: 0.5, contribution: -1 }, history)).toEqual({
    kind: 'history',
    item: 'pot',
    value: 5,
    similarity: 0.5,
    contribution: -1,
  })
})
