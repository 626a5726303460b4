import { csrFromTriplets } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collectFrom } from '../../src/ratings/history-voices.js'

const room = () => {
  const numbers = () => new Float64Array(9)
  return { rows: new Int32Array(9), weights: numbers(), deviations: numbers(), scratch: numbers() }
}

// product 0 says 2 of product 1 and 3 of product 2, product 2 says 5 of product 1
const voices = {
  rows: csrFromTriplets([0, 0, 2], [1, 2, 1], [2, 3, 5], 3, 3),
  self: 7,
  weightOf: (cell: number) => cell,
  deviationOf: (cell: number, place: number) => 10 * cell + place,
}
const history = { items: Int32Array.of(0, 2), values: Float64Array.of(1, 1) }

test.each([true, false])('all that the history says of a product is collected, all at once: %s', (all) => {
  const collect = collectFrom(history, voices, all)
  const said = [0, 1, 2].map((product) => {
    const into = room()
    const count = collect(product, into)
    return [into.rows, into.weights, into.deviations].map((numbers) => Array.from(numbers.subarray(0, count)))
  })
  expect(said).toEqual([
    [[0], [7], [70]],
    [
      [0, 2],
      [2, 5],
      [20, 51],
    ],
    [
      [0, 2],
      [3, 7],
      [30, 71],
    ],
  ])
})

test('all at once or one by one, it is the same', () => {
  const cells = fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)), { selector: ([row, column]) => row * 6 + column })
  fc.assert(
    fc.property(cells, fc.uniqueArray(fc.nat(5)), (given, items) => {
      const others = given.filter(([row, column]) => row !== column)
      const rows = csrFromTriplets(
        others.map(([row]) => row),
        others.map(([, column]) => column),
        others.map((_, i) => i + 1),
        6,
        6,
      )
      const profile = { items: Int32Array.from(items).sort(), values: new Float64Array(items.length) }
      const [one, other] = [true, false].map((all) => collectFrom(profile, { ...voices, rows }, all))
      for (let product = 0; product < 6; product++) {
        const [a, b] = [room(), room()]
        expect(one!(product, a)).toBe(other!(product, b))
        expect(a).toEqual(b)
      }
    }),
  )
})
