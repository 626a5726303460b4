import { expect, test } from 'vitest'
import { scoredList } from '../../src/evaluation/scored-list.js'

const scores = new Map([['a', 1], ['b', 3], ['c', 1]]) // prettier-ignore
const model = { score: (_: string, item: string) => scores.get(item) }

test('ranks what can be scored, equal scores in the order of the candidates', () => {
  const items = scoredList(model, 'anna', ['c', 'unknown', 'a', 'b'], 3).map(({ item }) => item)
  expect(items).toEqual(['b', 'c', 'a'])
  expect(scoredList(model, 'anna', ['unknown'], 3)).toEqual([])
})

test('a score that is no number is refused with the product', () => {
  expect(() => scoredList({ score: () => NaN }, 'anna', ['a'], 1)).toThrow(
    new RangeError('model.score: score of "a" must be finite, got NaN'),
  )
})
