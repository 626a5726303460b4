import { expect, test } from 'vitest'
import { evaluationCounts } from '../../src/evaluation/evaluation-counts.js'

test('lists with an empty last place are short, and pairs are relevant products added up', () => {
  const cases = {
    customers: { ids: ['a', 'b', 'c'] },
    products: { ids: ['p', 'q', 'r'] },
    trainProducts: 2,
    relevant: [Int32Array.of(0, 2), Int32Array.of(2), Int32Array.of(1)],
    seen: [],
    skipped: 4,
    newCustomers: 5,
  }
  expect(evaluationCounts(Int32Array.of(0, 1, 1, -1, -1, -1), cases, { k: 2 })).toEqual({
    customers: 3,
    skipped: 4,
    newCustomers: 5,
    shortLists: 2,
    relevantPairs: 4,
    relevantPairsOfNewProducts: 2,
  })
})
