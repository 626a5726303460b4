import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeIntegers } from '../src/encode-integers.js'

test('numbers integers by first appearance, in arrays of any kind', () => {
  const expected = { ids: [7, -3, 9], codes: Int32Array.of(0, 1, 0, 2, 1) }
  const column = [7, -3, 7, 9, -3]
  for (const each of [column, Int32Array.from(column), Float64Array.from(column), Int8Array.from(column)]) {
    expect(encodeIntegers(each)).toEqual(expected)
  }
})

test('the range may lie anywhere among the safe integers', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -(2 ** 53) + 2000, max: 2 ** 53 - 2000 }),
      fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1 }),
      (middle, steps) => {
        const column = steps.map((step) => middle + step)
        const ids = [...new Set(column)]
        expect(encodeIntegers(column)).toEqual({ ids, codes: Int32Array.from(column, (id) => ids.indexOf(id)) })
      },
    ),
  )
})

test('integers that count up, with some seen before in between, are numbered the same way', () => {
  const steps = fc.array(fc.oneof(fc.constant(1), fc.nat(7)), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 100 }), steps, (first, some) => {
      let highest = first
      const column = [first]
      // 1 counts on, more goes back to what was seen, as far as there is something.
      for (const step of some) column.push(step === 1 ? ++highest : Math.max(first, highest - step))
      const ids = [...new Set(column)]
      const expected = { ids, codes: Int32Array.from(column, (id) => ids.indexOf(id)) }
      expect(encodeIntegers(Int32Array.from(column))).toEqual(expected)
      expect(encodeIntegers(column)).toEqual(expected)
    }),
  )
})

test('many integers in a wide range are numbered the same way', () => {
  const column = Int32Array.from({ length: 400_000 }, (_, line) => 5 + (Math.imul(line >> 2, 7919) % 300_000))
  const ids = [...new Set(column)]
  const places = new Map(ids.map((id, place) => [id, place]))
  expect(encodeIntegers(column)).toEqual({ ids, codes: column.map((id) => places.get(id)!) })
})

test('does not write to the column', () => {
  for (const numbers of [
    [5, 6, 5],
    [0, 1, 0],
    [5, 9, 5],
  ]) {
    const column = Int32Array.from(numbers)
    const { codes } = encodeIntegers(column)!
    codes.fill(7)
    expect([...column]).toEqual(numbers)
  }
})

test.each<[string, ArrayLike<unknown>]>([
  ['nothing', []],
  ['a wide range', [0, 5000]],
  ['a range beyond 32 bits', [0, 2 ** 32]],
  ['a wide range of 32 bits', Int32Array.of(-(2 ** 31), 2 ** 31 - 1)],
  ['fractions', [1, 1.5]],
  ['endless numbers', [1, Infinity]],
  ['what is no number', [1, NaN]],
  ['text', [1, '2']],
  ['text that reads like the first number', ['1', 1]],
  ['integers that are not safe', [2 ** 53, 2 ** 53 + 2]],
  ['a missing cell', [1, undefined]],
])('leaves %s to others', (_, column) => {
  expect(encodeIntegers(column)).toBeUndefined()
})
