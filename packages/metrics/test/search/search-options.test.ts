import { expect, test } from 'vitest'
import { checkHasMetric, checkSplits, searchProtocol } from '../../src/search/search-options.js'

test('the deciding metric is computed even if it is not named among the others', () => {
  expect(searchProtocol('f', { metric: 'rbp', metrics: ['recall'] }, false).metrics).toEqual(['recall', 'rbp'])
  expect(searchProtocol('f', { metric: 'coverage', metrics: ['recall'] }, false).metrics).toEqual(['recall'])
})

test('errors and ranks are to be low, all else high, unless said otherwise', () => {
  expect(searchProtocol('f', { metric: 'rmse' }, true).goal).toBe('lowest')
  expect(searchProtocol('f', {}, false)).toMatchObject({ metric: 'ndcg', goal: 'highest', onError: 'throw' })
  expect(searchProtocol('f', { metric: 'rmse', goal: 'highest' }, true).goal).toBe('highest')
})

test('what evaluate is told is plain data', () => {
  const { evaluate } = searchProtocol('f', { k: 3, seed: 'a', negatives: 9, patience: 4, metric: 'mrr' }, false)
  expect(structuredClone(evaluate)).toEqual({ k: 3, seed: 'a', negatives: 9 })
})

test('names what is wrong', () => {
  expect(() => searchProtocol('f', { goal: 'best' as never }, true)).toThrow(
    'f: goal must be one of "highest", "lowest"',
  )
  expect(() => searchProtocol('f', { onError: 'skip' as never }, true)).toThrow(
    'f: onError must be one of "throw", "collect"',
  )
  expect(() => searchProtocol('f', { metric: 5 as never }, true)).toThrow(
    'f: metric must be the name of a metric, got 5',
  )
  expect(() => searchProtocol('f', { patience: 1.5 }, true)).toThrow('f: patience must be an integer, got 1.5')
  expect(() => checkSplits('f', [undefined as never])).toThrow(
    'f: splits[0] must have a train and a test side, got undefined',
  )
  expect(() => checkHasMetric('f', { a: 1 }, 'toString')).toThrow(
    'f: metric must be one that the judge gives ("a"), got "toString"',
  )
})
