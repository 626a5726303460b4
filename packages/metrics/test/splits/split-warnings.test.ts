import { expect, test } from 'vitest'
import { holdOutCustomers, splitByTime } from '../../src/index.js'
import { splitWarnings } from '../../src/splits/split-warnings.js'
import { randomShop } from '../random-shop.js'
import { shop } from '../shops.js'

const train = shop([
  ['anna', 1, 'a'],
  ['bert', 5, 'b'],
])

test('a split in time has nothing to be warned of', () => {
  expect(splitWarnings(splitByTime(train, { at: '2024-01-03' }))).toEqual([])
})

test('test lines that stand in train, and train lines later than test lines, are told with their customers', () => {
  const later = shop([
    ['carl', 4, 'a'],
    ['bert', 5, 'b'],
    ['bert', 4, 'a'],
  ])
  expect(splitWarnings({ train, test: later })).toEqual([
    {
      kind: 'testInTrain',
      recommendations: 0,
      customers: 1,
      example: 'bert',
      message: '1 of 3 lines of the test side stand in the train side; the first of "bert"',
    },
    {
      kind: 'trainAfterTest',
      recommendations: 0,
      customers: 2,
      example: 'carl',
      message:
        '2 of 3 lines of the test side are earlier than others of the train side: trends leak; the first of "carl"',
    },
  ])
})

test('customers held out must be in no other part with the same lines', () => {
  const rest = shop([
    ['bert', 9, 'c'],
    ['carl', 9, 'c'],
  ])
  const foldIn = shop([
    ['bert', 5, 'a'],
    ['carl', 9, 'c'],
  ])
  expect(splitWarnings({ train, test: rest, foldIn })).toMatchObject([
    { kind: 'testInTrain', example: 'carl', message: expect.stringContaining('stand in the fold-in part') as string },
    {
      kind: 'heldOutInTrain',
      customers: 1,
      example: 'bert',
      message: '1 customers held out have lines in the train side; the first is "bert"',
    },
  ])
  const kinds = splitWarnings(holdOutCustomers(randomShop(3), { customerShare: 0.4 })).map(({ kind }) => kind)
  expect(kinds).toEqual(['trainAfterTest'])
})
