import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { evaluationProtocol } from '../../src/evaluation/evaluation-protocol.js'
import { evaluate } from '../../src/index.js'
import { judgeModel } from '../../src/evaluation/judge-model.js'
import { answering, shop } from '../shops.js'

const split = {
  train: shop([
    ['a', 1, 'tea'],
    ['b', 1, 'cup'],
  ]),
  test: shop([
    ['a', 2, 'cup'],
    ['b', 2, 'pot'],
  ]),
}
const model = answering([
  ['a', ['cup', 'new']],
  ['b', ['tea']],
])

test('the figures of each customer are those of an evaluation', () => {
  const protocol = evaluationProtocol(split, { k: 2 })
  const { columns, known, lists, failures } = run(
    judgeModel(model, split, protocol, { metrics: ['precision', 'novelty'] }),
  )
  const { perCustomer } = evaluate(model, split, { k: 2, metrics: ['precision', 'novelty'] })
  expect(columns.map(({ name, values }) => ({ name, values }))).toEqual(perCustomer.columns)
  expect([...columns[0]!.values]).toEqual([0.5, 0])
  // Products: tea 0, cup 1, pot 2; 3 is one that nobody knows.
  expect([...lists]).toEqual([1, 3, 0, -1])
  expect([...known]).toEqual([1, -1, 0, -1])
  expect(failures).toEqual([])
})

test('an unknown metric is refused before the model is asked', () => {
  const never = {
    recommend() {
      throw new Error('asked')
    },
  }
  const steps = judgeModel(never, split, evaluationProtocol(split, {}), { metrics: ['best' as never] })
  expect(() => run(steps)).toThrow('evaluate: metrics[0] must be one of "precision"')
})
