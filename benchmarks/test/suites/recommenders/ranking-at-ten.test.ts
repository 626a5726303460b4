import { transactionsFromColumns } from '@clientele/core'
import { expect, test } from 'vitest'
import { rankingAtTen } from '../../../src/suites/recommenders/ranking-at-ten.js'

const log = (pairs: readonly (readonly [user: number, item: number, rating: number])[]) =>
  transactionsFromColumns({
    customer: pairs.map(([user]) => user),
    product: pairs.map(([, item]) => item),
    amount: pairs.map(([, , rating]) => rating),
    time: pairs.map(() => 0),
  })
const splitOf = (train: Parameters<typeof log>[0], test: Parameters<typeof log>[0]) => ({
  train: log(train),
  test: log(test),
  facts: {} as never,
})

test('every rating counts 1, who is on both sides is asked, and splits are averaged', () => {
  const seen: number[] = []
  const best = (item: number) => ({ recommend: () => [{ item: 9 }, { item }] })
  const splits = [
    splitOf(
      [
        [1, 5, 2],
        [2, 6, 5],
      ],
      [
        [1, 7, 1],
        [3, 7, 4],
      ],
    ),
    splitOf([[1, 5, 1]], [[1, 6, 5]]),
  ]
  const metrics = rankingAtTen(({ matrix }) => {
    seen.push(...matrix.values)
    return best(7)
  }, splits)
  expect(seen).toEqual([1, 1, 1])
  // In the first split one place of ten is a hit, in rank two; in the second none.
  expect(metrics['precision@10']).toBeCloseTo(0.1 / 2, 12)
  expect(metrics['ndcg@10']).toBeCloseTo(1 / Math.log2(3) / 2, 12)
})
