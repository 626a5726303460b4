import { localEngine } from '@clientele/compute'
import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { comparedProducts, fitItemKnn } from '../../src/models/item-knn.js'
import { recall } from '../../src/updates/learned.js'
import { updateSteps } from '../../src/neighbours/update-steps.js'
import { interactionsFrom } from '../fixtures.js'

test('what was learned is learned again of both, with the options of before', () => {
  const model = fitItemKnn(
    interactionsFrom([
      ['ann', 'mug'],
      ['ann', 'tea'],
    ]),
    { neighbors: 7, shrinkage: 1 },
  )
  const learned = recall('test', model, 'item-knn', 'a test')
  const day = interactionsFrom([
    ['bob', 'mug'],
    ['bob', 'tea'],
  ])
  const updated = run(
    updateSteps(localEngine(), 'test', learned, day, { comparedOf: comparedProducts, among: 'others' }, {}),
  )
  expect(updated.options).toBe(learned.options)
  expect(updated.interactions.customers.ids).toEqual(['ann', 'bob'])
  // Two customers in common: 1 × 2 / (2 + 1).
  expect([...updated.neighbours.values]).toEqual([2 / 3, 2 / 3])
  expect([...learned.neighbours.values]).toEqual([1 / 2, 1 / 2])
})
