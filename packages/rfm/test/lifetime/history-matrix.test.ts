import { expect, test } from 'vitest'
import { bgNbd, historyMatrix, mbgNbd, paretoNbd } from '../../src/index.js'

const model = bgNbd({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 'weeks')

test('has a row for each number of repeat purchases and a column for each active span', () => {
  const matrix = historyMatrix(model, { age: 40, repeatPurchases: 3, parts: 4 })
  expect(matrix.repeatPurchases).toEqual(Int32Array.of(0, 1, 2, 3))
  expect(matrix.activeSpans).toEqual(Float64Array.of(0, 10, 20, 30, 40))
  expect(matrix.age).toBe(40)
  expect(matrix.probabilities).toMatchObject({ rows: 4, columns: 5 })
})

test('its cells are what the model says of such customers', () => {
  const { probabilities } = historyMatrix(model, { age: 40, repeatPurchases: 3, parts: 4 })
  const [one, three] = model.probabilityAlive({ repeatPurchases: [1, 3], activeSpan: [20, 30], age: [40, 40] })
  expect(probabilities.values[1 * 5 + 2]).toBe(one)
  expect(probabilities.values[3 * 5 + 3]).toBe(three)
  expect([...probabilities.values.subarray(0, 5)]).toEqual([1, 1, 1, 1, 1])
})

test.each([
  mbgNbd({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }),
  paretoNbd({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }),
  model,
])('a later last purchase makes it likelier that the customer is alive, in $kind', (each) => {
  const { rows, columns, values } = historyMatrix(each, { age: 39 }).probabilities
  expect([rows, columns]).toEqual([11, 11])
  for (let x = 1; x < rows; x++) {
    for (let part = 1; part < columns; part++) {
      expect(values[x * columns + part]!).toBeGreaterThan(values[x * columns + part - 1]!)
    }
  }
})

test.each<[any, string]>([
  [{}, 'historyMatrix: age must be a number, got undefined'],
  [{ age: 0 }, 'historyMatrix: age must be above 0, got 0'],
  [{ age: 1, repeatPurchases: -1 }, 'historyMatrix: repeatPurchases must be between 0 and 100000, got -1'],
  [{ age: 1, parts: 0 }, 'historyMatrix: parts must be between 1 and 100000, got 0'],
])('refuses %o', (options, message) => {
  expect(() => historyMatrix(model, options)).toThrow(message)
})
