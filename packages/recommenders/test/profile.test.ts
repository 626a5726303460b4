import { expect, test } from 'vitest'
import { profileOf, profileOfRow } from '../src/profile.js'
import { interactionsFrom } from './fixtures.js'

const products = { ids: ['a', 'b', 'c'] }

test('a history becomes ascending positions; values default to 1, repeats are added, the unknown is left out', () => {
  const history = [{ item: 'c' }, { item: 'a', value: 2 }, { item: 'nothing' }, { item: 'c', value: 0.5 }]
  expect(profileOf('recommendFor', history, products)).toEqual({
    items: Int32Array.of(0, 2),
    values: Float64Array.of(2, 1.5),
  })
})

test("a row of the matrix is a customer's history", () => {
  const { matrix } = interactionsFrom<string, string>([
    ['ann', 'a', 1],
    ['bob', 'b', 3],
    ['bob', 'a', 2],
  ])
  expect(profileOfRow(matrix, 1)).toEqual({ items: Int32Array.of(0, 1), values: Float64Array.of(2, 3), row: 1 })
})

test('what is no history is named', () => {
  const given = (history: any) => () => profileOf('scoreFor', history, products)
  expect(given('a')).toThrow(new TypeError('scoreFor: history must be an array of { item, value }, got "a"'))
  expect(given(['a'])).toThrow(new TypeError('scoreFor: history[0] must be { item, value }, got "a"'))
  expect(given([null])).toThrow('scoreFor: history[0] must be { item, value }, got null')
  expect(given([{ item: 'a' }, { item: 'b', value: '2' }])).toThrow('history[1].value must be a number, got "2"')
  expect(given([{ item: 'a', value: 1e200 }])).toThrow('must be 0 or between 1e-70 and 1e+70 in size, got 1e+200')
})
