import { BULK_LISTS, idIndex, run, type BulkLists, type ListBlock } from '@clientele/core'
import { expect, test } from 'vitest'
import { bulkAnswers } from '../../src/evaluation/bulk-answers.js'
import { evaluate, splitByTime } from '../../src/index.js'
import { evaluationProtocol } from '../../src/evaluation/evaluation-protocol.js'
import { shop } from '../shops.js'

const customers = idIndex(['anna', 'bert', 'cleo'])
const products = idIndex(['p', 'q', 'r'])
const split = splitByTime(
  shop([
    ['anna', 1, 'p'],
    ['bert', 1, 'q'],
    ['anna', 20, 'q'],
    ['bert', 20, 'r'],
  ]),
  { testDays: 5 },
)
const protocol = evaluationProtocol(split, { k: 2 })
const block = (offsets: number[], items: number[]): ListBlock => ({
  offsets: Int32Array.from(offsets),
  items: Int32Array.from(items),
})

/** A model of other products, in another order, whose blocks are these, made in a task. */
function bulkModel(blocks: readonly ListBlock[], asked: unknown[] = []) {
  const recommend = (): { item: string }[] => []
  const bulk: BulkLists<string> = {
    recommend,
    products: idIndex(['x', 'q', 'p']),
    *steps(who, options, take) {
      asked.push([...who, options])
      yield { blocks: blocks.length, runBlock: (b) => take(blocks[b]!) }
    },
  }
  return { recommend, [BULK_LISTS]: bulk }
}

const answersOf = (blocks: readonly ListBlock[]) =>
  run(bulkAnswers(bulkModel(blocks), { customers, products }, protocol))

test('lists come block by block, as positions in the products of the cases', () => {
  const asked: unknown[] = []
  const model = bulkModel([block([0, 2], [2, 1]), block([0, 0, 1], [0])], asked)
  expect(run(bulkAnswers(model, { customers, products }, protocol))).toEqual(Int32Array.of(0, 1, -1, -1, 3, -1))
  expect(asked).toEqual([['anna', 'bert', 'cleo', { n: 2, includeSeen: false }]])
})

test.each<[string, ListBlock[]]>([
  ['a list is too long', [block([0, 3, 3, 3], [0, 1, 2])]],
  ['a product is listed twice', [block([0, 2, 2, 2], [1, 1])]],
  ['a product does not exist', [block([0, 1, 1, 1], [3])]],
  ['a product is no position', [block([0, 1, 1, 1], [-1])]],
  ['a list is missing', [block([0, 1, 1], [0])]],
])('where %s, customers have to be asked one by one', (_, blocks) => {
  expect(answersOf(blocks)).toBeUndefined()
})

test('the same product may be in the lists of several customers', () => {
  expect(answersOf([block([0, 1, 2, 3], [1, 1, 1])])).toEqual(Int32Array.of(1, -1, 1, -1, 1, -1))
})

test('where making them fails, customers are asked one by one, and who cannot be answered is named', () => {
  const model = {
    recommend(customer: string) {
      if (customer === 'bert') throw new Error('no such row')
      return [{ item: 'q' }]
    },
  }
  const failing = {
    ...model,
    [BULK_LISTS]: {
      recommend: model.recommend,
      products,
      *steps() {
        yield {
          blocks: 2,
          runBlock() {
            throw new Error('out of memory')
          },
        }
      },
    },
  }
  expect(() => evaluate(failing, split, { k: 2 })).toThrow(
    'evaluate: model.recommend("bert") must return a list, got "no such row"',
  )
  const collected = evaluate(failing, split, { k: 2, onError: 'collect' })
  expect(collected.failures).toHaveLength(1)
  expect(collected.metrics.precision.mean).toBe(0.5)
})

test('allow-lists are for models that are asked one by one', () => {
  const model = bulkModel([block([0, 0, 0, 0], [])])
  const among = evaluationProtocol(split, { k: 2, candidates: ['p'] })
  expect(run(bulkAnswers(model, { customers, products }, among))).toBeUndefined()
  const sampled = evaluationProtocol(split, { k: 2, negatives: 1 })
  expect(run(bulkAnswers(model, { customers, products }, sampled))).toBeUndefined()
})
