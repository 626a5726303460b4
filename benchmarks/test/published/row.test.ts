import { expect, test } from 'vitest'
import { RANDOM_FOLDS, type Fold } from '../../src/published/movielens.js'
import { publishedPage, rowsOf, type PublishedModel } from '../../src/published/row.js'

const entry: PublishedModel = {
  model: 'model',
  source: 'somebody',
  folds: 'u2',
  published: { rmse: '1.05', mae: '0.8', coverage: undefined },
  deterministic: true,
  measure: ({ name }) => ({ rmse: name === 'u2' ? 1.0461 : 1.5, mae: 0.76, coverage: 1 }),
}
const fold = (name: Fold['name']) => ({ name }) as Fold

test('the fold of the publication is measured, and every published digit must come out', () => {
  const rows = rowsOf(entry, fold)
  expect(rows.map(({ metric, measured, exact }) => [metric, measured, exact])).toEqual([
    ['rmse', 1.0461, true],
    ['mae', 0.76, true],
    ['coverage', 1, undefined],
  ])
  expect(rowsOf({ ...entry, published: { mae: '0.760' } }, fold)[0]!.exact).toBe(true)
  expect(rowsOf({ ...entry, published: { mae: '0.770' } }, fold)[0]!.exact).toBe(false)
})

test('five folds are averaged, and where chance plays a part no digit is asked for', () => {
  const [rmse] = rowsOf({ ...entry, folds: 'all five', deterministic: false }, fold)
  expect(rmse).toMatchObject({ measured: (1.0461 + 4 * 1.5) / 5, exact: undefined })
})

test('random folds are five others', () => {
  const names: string[] = []
  const named = { ...entry, folds: 'five random' as const, deterministic: false }
  rowsOf(named, (name) => (names.push(name), fold(name)))
  expect(names).toEqual(RANDOM_FOLDS)
})

test('a page is a table', () => {
  expect(publishedPage(rowsOf(entry, fold)).split('\n').slice(2)).toEqual([
    '| model | somebody | u2 | rmse | 1.05 | 1.04610 | yes |',
    '| model | somebody | u2 | mae | 0.8 | 0.76000 | yes |',
    '| model | somebody | u2 | coverage | – | 1.00000 |  |',
    '',
  ])
})
