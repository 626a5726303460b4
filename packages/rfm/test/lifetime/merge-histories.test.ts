import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeHistories } from '../../src/lifetime/merge-histories.js'

test('customers of one history become one, in the order of the first, and know which it is', () => {
  const merged = mergeHistories({
    repeatPurchases: [0, 2, 0, 2, 2],
    activeSpan: [0, 3, 0, 3, 4],
    age: [9, 9, 9, 9, 9],
    unit: 'days',
  })
  expect(merged).toEqual({
    repeatPurchases: Int32Array.of(0, 2, 2),
    activeSpan: Float64Array.of(0, 3, 4),
    age: Float64Array.of(9, 9, 9),
    unit: 'days',
    weights: Float64Array.of(2, 2, 1),
    historyOf: Int32Array.of(0, 1, 0, 1, 2),
  })
})

test('weights are added, and 0 and -0 are the same', () => {
  const { weights } = mergeHistories({ repeatPurchases: [0, 0], activeSpan: [0, -0], age: [1, 1] }, [0.5, 2])
  expect(weights).toEqual(Float64Array.of(2.5))
})

test('nobody has no history', () => {
  expect(mergeHistories({ repeatPurchases: [], activeSpan: [], age: [] }).weights).toHaveLength(0)
})

test('agrees with a map of texts', () => {
  const history = fc.record({ x: fc.nat(3), span: fc.constantFrom(0.25, 1, 2, 1 / 7), age: fc.constantFrom(3, 4, 1e9) })
  fc.assert(
    fc.property(fc.array(history, { maxLength: 200 }), (list) => {
      const [repeatPurchases, activeSpan, age] = [
        list.map(({ x }) => x),
        list.map((h) => h.span),
        list.map((h) => h.age),
      ]
      const merged = mergeHistories({ repeatPurchases, activeSpan, age })
      const texts = list.map(({ x, span, age: time }) => `${x} ${span} ${time}`)
      const distinct = [...new Set(texts)]
      expect([...merged.historyOf]).toEqual(texts.map((text) => distinct.indexOf(text)))
      expect([...merged.weights]).toEqual(distinct.map((text) => texts.filter((each) => each === text).length))
      merged.historyOf.forEach((at, i) =>
        expect([merged.repeatPurchases[at], merged.activeSpan[at], merged.age[at]]).toEqual([
          repeatPurchases[i],
          activeSpan[i],
          age[i],
        ]),
      )
    }),
  )
})
