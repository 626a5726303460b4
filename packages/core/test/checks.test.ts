import {
  checkAllFinite,
  checkIndices,
  checkInteger,
  checkLength,
  checkList,
  checkNonNegative,
  checkNumber,
  checkOneOf,
  describeValue,
  rangeError,
  typeError,
} from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('describeValue', () => {
  test.each([
    ['text', '"text"'],
    ['', '""'],
    [undefined, 'undefined'],
    [null, 'null'],
    [true, 'true'],
    [1.5, '1.5'],
    [-0, '0'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [12n, '12n'],
    [[1, 2, 3], 'an array of 3'],
    [Int32Array.of(1), 'an Int32Array'],
    [Float64Array.of(1), 'a Float64Array'],
    [new Date(Date.UTC(2011, 11, 10)), '2011-12-10T00:00:00.000Z'],
    [new Date(NaN), 'an invalid Date'],
    [() => 1, 'a function'],
    [Symbol('secret'), 'a symbol'],
    [{ toString: () => 'hidden' }, 'an object'],
    [Object.create(null), 'an object'],
  ])('says what %o is', (value, text) => {
    expect(describeValue(value)).toBe(text)
  })

  test('quotes text so that a terminal neither breaks the line nor obeys it', () => {
    expect(describeValue('a\n\u001b[31m"\u009b\u2028\u202e')).toBe('"a\\n\\u001b[31m\\"\\u009b\\u2028\\u202e"')
  })

  test('cuts long values after sixty signs', () => {
    expect(describeValue('x'.repeat(61))).toBe(`"${'x'.repeat(60)}…"`)
    expect(describeValue('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`)
    expect(describeValue(10n ** 80n)).toBe(`1${'0'.repeat(59)}…n`)
  })

  test('is short and on one line whatever the value', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withTypedArray: true }), (value) => {
        const text = describeValue(value)
        expect(text.length).toBeLessThan(6 * 61 + 3)
        expect(text).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      }),
    )
  })
})

test('errors have one grammar, and their class tells a wrong value from a wrong type', () => {
  expect(rangeError('rfm', 'bins', 'be at least 2', 1)).toEqual(new RangeError('rfm: bins must be at least 2, got 1'))
  expect(typeError('rfm', 'asOf', 'be a date', null)).toEqual(new TypeError('rfm: asOf must be a date, got null'))
})

describe('checkNumber', () => {
  test('lets numbers within the bounds pass, the bounds included', () => {
    for (const value of [0, 0.5, 1]) expect(() => checkNumber('f', 'x', value, { min: 0, max: 1 })).not.toThrow()
    expect(() => checkNumber('f', 'x', -1e300)).not.toThrow()
  })

  test.each([
    ['1', {}, new TypeError('f: x must be a number, got "1"')],
    [undefined, {}, new TypeError('f: x must be a number, got undefined')],
    [NaN, {}, new RangeError('f: x must be finite, got NaN')],
    [Infinity, { min: 0 }, new RangeError('f: x must be finite, got Infinity')],
    [2, { min: 0, max: 1 }, new RangeError('f: x must be between 0 and 1, got 2')],
    [-1, { min: 0 }, new RangeError('f: x must be at least 0, got -1')],
    [2, { max: 1 }, new RangeError('f: x must be at most 1, got 2')],
  ])('refuses %o with bounds %o', (value, bounds, error) => {
    expect(() => checkNumber('f', 'x', value, bounds)).toThrow(error)
  })
})

describe('checkInteger', () => {
  test('lets safe integers within the bounds pass', () => {
    expect(() => checkInteger('f', 'k', 3, { min: 3, max: 3 })).not.toThrow()
    expect(() => checkInteger('f', 'k', Number.MAX_SAFE_INTEGER)).not.toThrow()
  })

  test.each([
    ['3', new TypeError('f: k must be an integer, got "3"')],
    [3n, new TypeError('f: k must be an integer, got 3n')],
    [2.5, new RangeError('f: k must be an integer, got 2.5')],
    [NaN, new RangeError('f: k must be an integer, got NaN')],
    [2 ** 53, new RangeError('f: k must be an integer, got 9007199254740992')],
    [0, new RangeError('f: k must be at least 1, got 0')],
  ])('refuses %o', (value, error) => {
    expect(() => checkInteger('f', 'k', value, { min: 1 })).toThrow(error)
  })
})

test('checkOneOf lists the choices', () => {
  expect(() => checkOneOf('f', 'by', 'count', ['count', 'quantity'])).not.toThrow()
  expect(() => checkOneOf('f', 'by', 'toString', ['count', 'quantity'])).toThrow(
    new RangeError('f: by must be one of "count", "quantity", got "toString"'),
  )
})

describe('checks of whole columns', () => {
  test('name the first cell that is not finite', () => {
    expect(() => checkAllFinite('f', 'values', Float64Array.of(1, -2))).not.toThrow()
    expect(() => checkAllFinite('f', 'values', [1, NaN, Infinity])).toThrow(
      new RangeError('f: values[1] must be finite, got NaN'),
    )
    expect(() => checkAllFinite('f', 'values', ['1'] as any)).toThrow(
      new TypeError('f: values[0] must be a number, got "1"'),
    )
  })

  test('name the first cell below 0', () => {
    expect(() => checkNonNegative('gini', 'amounts', [0, -0, 3])).not.toThrow()
    expect(() => checkNonNegative('gini', 'amounts', [1, -2])).toThrow(
      new RangeError('gini: amounts[1] must be at least 0, got -2'),
    )
    expect(() => checkNonNegative('gini', 'amounts', [1, Infinity])).toThrow(
      new RangeError('gini: amounts[1] must be finite, got Infinity'),
    )
    expect(() => checkNonNegative('gini', 'amounts', [null] as any)).toThrow(
      new TypeError('gini: amounts[0] must be a number, got null'),
    )
  })

  test.each([-1, 2, 0.5, NaN])('name the first index outside the range: %o', (index) => {
    expect(() => checkIndices('f', 'groups', [0, 1], 2)).not.toThrow()
    expect(() => checkIndices('f', 'groups', [0, index], 2)).toThrow(
      new RangeError(`f: groups[1] must be an index below 2, got ${index}`),
    )
  })

  test('tell an index of a wrong type from one outside the range', () => {
    expect(() => checkIndices('f', 'groups', ['1'] as any, 2)).toThrow(
      new TypeError('f: groups[0] must be a number, got "1"'),
    )
  })

  test('say how long a column must be and why', () => {
    expect(() => checkLength('f', 'labels', [1, 2], 2, 'row')).not.toThrow()
    expect(() => checkLength('f', 'labels', [1, 2], 3, 'row')).toThrow(
      new RangeError('f: labels.length must be 3, one per row, got 2'),
    )
  })
})

test.each([
  ['undefined', undefined],
  ['null', null],
  ['NaN', NaN],
  ['"text"', 'text'],
  ['an object', {}],
  ['a function', () => 1],
])('what is no list is refused by every check of lists: %s', (text, value) => {
  const checks = [
    () => checkList('f', 'x', value),
    () => checkAllFinite('f', 'x', value as never),
    () => checkNonNegative('f', 'x', value as never),
    () => checkIndices('f', 'x', value as never, 1),
    () => checkLength('f', 'x', value as never, 1, 'row'),
  ]
  for (const check of checks) expect(check).toThrow(new TypeError(`f: x must be an array, got ${text}`))
})

test('arrays, typed arrays and what looks like one are lists', () => {
  for (const value of [[], [1], Int32Array.of(1), { length: 0 }]) expect(() => checkList('f', 'x', value)).not.toThrow()
})
