import { expect, test } from 'vitest'
import { BULK_LISTS, bulkListsOf, idIndex, run } from '../src/index.js'

const recommend = () => [{ item: 'tea' }]
const model = {
  recommend,
  [BULK_LISTS]: {
    recommend,
    products: idIndex(['tea']),
    *steps(
      customers: readonly string[],
      _: unknown,
      take: (block: { offsets: Int32Array; items: Int32Array }) => void,
    ) {
      yield { stage: 'recommend', done: 0, total: customers.length }
      take({ offsets: Int32Array.from([0, ...customers.keys()], (_, r) => r), items: new Int32Array(customers.length) })
    },
  },
}

test('a model and its copies make lists in bulk', () => {
  const blocks: unknown[] = []
  const bulk = bulkListsOf<string>({ ...model })!
  run(bulk.steps(['ann', 'bob'], { n: 1, includeSeen: false }, (block) => blocks.push(block)))
  expect(blocks).toEqual([{ offsets: Int32Array.of(0, 1, 2), items: Int32Array.of(0, 0) }])
})

test('whoever recommends in another way does not', () => {
  expect(bulkListsOf({ ...model, recommend: () => [] })).toBeUndefined()
  expect(bulkListsOf({ recommend })).toBeUndefined()
  expect([bulkListsOf(undefined), bulkListsOf(null), bulkListsOf(7)]).toEqual([undefined, undefined, undefined])
})
