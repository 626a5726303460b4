import { hasShared, sharedFile } from '@clientele/testing'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { readFold } from '../../src/published/movielens.js'
import { publishedModels } from '../../src/published/models.js'
import { rowsOf } from '../../src/published/row.js'

const u1 = () => readFold(dirname(sharedFile('data/movielens-100k/README')), 'u1')

test.skipIf(!hasShared)('what leaves nothing to chance gives every published digit', () => {
  const rows = publishedModels
    .filter(({ deterministic, folds }) => deterministic && folds === 'u1')
    .flatMap((entry) => rowsOf(entry, u1))
  expect(rows.length).toBeGreaterThan(1)
  expect(rows.filter(({ exact }) => exact !== true)).toEqual([])
  expect(rows.find(({ metric }) => metric === 'rmse')!.measured.toFixed(3)).toBe('1.063')
  expect(rows.find(({ metric }) => metric === 'mae')!.measured.toFixed(3)).toBe('0.850')
})

test.skipIf(!hasShared)('best sellers come within a hit in five thousand places of what was published', () => {
  const entry = publishedModels.find(({ model, folds }) => model === 'most popular' && folds === 'u1')!
  const rows = rowsOf(entry, u1)
  expect(rows).toHaveLength(6)
  for (const { metric, published, measured } of rows) {
    expect(Math.abs(measured - Number(published)), metric).toBeLessThan(3e-4)
  }
})

test.skipIf(!hasShared)(
  'neighbours that count alike come as near to what was published as the order of ties lets them',
  () => {
    const entry = publishedModels.find(({ model }) => model.endsWith('that count alike'))!
    const rows = rowsOf(entry, u1)
    expect(rows.map(({ metric }) => metric)).toEqual(['precision@5', 'precision@10', 'auc'])
    // Four orders of ties gave precision@5 .5242 to .5299, precision@10 .4632 to .4691, AUC .9166 to .9180.
    for (const { metric, published, measured } of rows) {
      expect(Math.abs(measured - Number(published)), metric).toBeLessThan(5e-3)
    }
  },
)

test('no two rows are of one model, publication and folds', () => {
  const names = publishedModels.map(({ model, source, folds }) => `${model} | ${source} | ${folds}`)
  expect(new Set(names).size).toBe(names.length)
})
