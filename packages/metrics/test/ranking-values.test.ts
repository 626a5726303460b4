import { expect, test } from 'vitest'
import { RANKING_METRICS, rankingValues } from '../src/ranking-values.js'

test('each customer is judged by their own relevant products', () => {
  const lists = Int32Array.of(0, 1, 0, 1, -1, -1, 4, 2)
  const relevant = [Int32Array.of(1), Int32Array.of(0, 2, 3), Int32Array.of(0), Int32Array.of(2)]
  const columns = rankingValues(lists, relevant, { k: 2, products: 4 })
  const column = (name: string) => columns[RANKING_METRICS.findIndex((metric) => metric.name === name)]
  expect(column('precision')).toEqual(Float64Array.of(0.5, 0.5, 0, 0.5))
  expect(column('recall')).toEqual(Float64Array.of(1, 1 / 3, 0, 1))
  expect(column('hitRate')).toEqual(Float64Array.of(1, 1, 0, 1))
  expect(column('mrr')).toEqual(Float64Array.of(0.5, 1, 0, 0.5))
})
