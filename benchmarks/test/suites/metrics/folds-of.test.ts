import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolder } from '../../../src/data/data-set.js'
import { foldsOf } from '../../../src/suites/metrics/folds-of.js'

const cache = mkdtempSync(join(tmpdir(), 'folds-of-'))
afterAll(() => rmSync(cache, { recursive: true }))

test('every pair is in the test side of one of five folds and in the train side of the others', () => {
  const folder = dataFolder(cache, {
    name: 'pairs',
    version: 1,
    make: () => ({
      offsets: { values: Int32Array.of(0, 3, 6, 8), shape: [4] },
      items: { values: Int32Array.of(0, 1, 2, 0, 1, 3, 2, 3), shape: [8] },
    }),
  })
  const folds = foldsOf(folder)
  expect(folds).toHaveLength(5)
  for (const { train, test: held } of folds) expect(train.size + held.size).toBe(8)
  const pairs = folds.flatMap(({ test: { customers, customer, products, product } }) =>
    Array.from(customer, (user, line) => `${customers.ids[user]} ${products!.ids[product![line]!]}`),
  )
  expect(pairs.sort()).toEqual(['0 0', '0 1', '0 2', '1 0', '1 1', '1 3', '2 2', '2 3'])
})
