import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { RANDOM_FOLDS, movielensFolder, readFold, readRandomFolds, readRatings } from '../../src/published/movielens.js'

const folder = mkdtempSync(join(tmpdir(), 'movielens-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a fold is read as it is given out, gzipped or not', () => {
  writeFileSync(join(folder, 'u1.base'), '1\t10\t5\t874965758\n2\t10\t3\t876893171\n')
  writeFileSync(join(folder, 'u1.test.gz'), gzipSync('2\t20\t4\t878542960\n'))
  const { train, test: held } = readFold(folder, 'u1')
  expect([train.size, train.customers.ids, train.products!.ids]).toEqual([2, [1, 2], [10]])
  expect([...train.amount, ...held.amount]).toEqual([5, 3, 4])
  expect(new Date(held.time[0]!).toISOString()).toBe('1997-11-03T07:42:40.000Z')
})

test('a file of ratings is an order log whose amounts are the ratings', () => {
  writeFileSync(join(folder, 'u.data'), '196\t242\t3\t881250949\n')
  const { customers, products, amount } = readRatings(folder, 'u.data')
  expect([customers.ids, products!.ids, [...amount]]).toEqual([[196], [242], [3]])
})

test('random folds hold every rating once, and are the same at every call', () => {
  const lines = Array.from({ length: 20 }, (_, i) => `${i % 4}\t${i}\t3\t881250949`)
  writeFileSync(join(folder, 'u.data'), `${lines.join('\n')}\n`)
  const folds = readRandomFolds(folder)
  expect(folds.map(({ name }) => name)).toEqual(RANDOM_FOLDS)
  const items = folds.flatMap(({ test: { products } }) => [...products!.ids])
  expect(items.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i))
  expect(readRandomFolds(folder)).toEqual(folds)
})

test('a missing file is named, with where it is looked for', () => {
  expect(() => readFold(folder, 'u2')).toThrow(`got no ${join(folder, 'u2.base')}(.gz)`)
  expect(movielensFolder({ CLIENTELE_MOVIELENS: '/data/ml' })).toBe('/data/ml')
  expect(movielensFolder({})).toMatch(/shared.data.movielens-100k$/)
})
