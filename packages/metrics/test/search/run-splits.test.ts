import { expect, test } from 'vitest'
import { evaluationCases } from '../../src/evaluation/evaluation-cases.js'
import { kFold } from '../../src/index.js'
import { customerShare } from '../../src/search/customer-share.js'
import { runSplits } from '../../src/search/run-splits.js'
import { randomShop } from '../random-shop.js'

const [first, second] = kFold(randomShop(1), { folds: 2 }) as [ReturnType<typeof kFold>[0], ReturnType<typeof kFold>[0]]

test('a split and its cases are made once for all runs with one share', () => {
  const splits = runSplits({ evaluate: { seed: 3 } })
  const whole = splits(first, { share: 1 })
  expect(whole.split).toBe(first)
  expect(splits(second, { share: 1 }).split).toBe(second)
  expect(splits(first, { share: 1 })).toBe(whole)
  expect(whole.judgedBy()).toBe(whole.judgedBy())
  const half = splits(first, { share: 0.5 })
  expect(half.split).toEqual(customerShare(first, 0.5, 3))
  expect(splits(first, { share: 0.5 })).toBe(half)
})

test('the cases are those of the split under the protocol of the search', () => {
  const { protocol, cases } = runSplits({ evaluate: { repurchases: 'include' } })(first, { share: 0.5 }).judgedBy()
  expect(protocol.repurchases).toBe('include')
  const { train, test: later } = customerShare(first, 0.5, 0)
  expect(cases).toEqual(evaluationCases(train, later, protocol))
})

test('a split that nobody can be judged by is refused only when it is judged', () => {
  const nobody = { train: first.train, test: first.train }
  const { split, judgedBy } = runSplits({ evaluate: {} })(nobody, { share: 1 })
  expect(split).toBe(nobody)
  expect(judgedBy).toThrow('evaluate: split must have returning customers with relevant products')
})
