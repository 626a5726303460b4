import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ColumnListError, parseColumnList } from '../src/column-list.js'

test.each<[string, [string, string][]]>([
  ['customer=Client', [['customer', 'Client']]],
  [
    'customer=Customer ID,time=Date',
    [
      ['customer', 'Customer ID'],
      ['time', 'Date'],
    ],
  ],
  [
    'customer="Customer ID", time="Paid, at"',
    [
      ['customer', 'Customer ID'],
      ['time', 'Paid, at'],
    ],
  ],
  ['amount="a=b"', [['amount', 'a=b']]],
  ['amount="the ""net"" sum"', [['amount', 'the "net" sum']]],
  ['customer=__proto__', [['customer', '__proto__']]],
])('%s is understood', (text, pairs) => {
  expect(parseColumnList(text)).toEqual(pairs)
})

test.each([
  ['', 'expected role=column, found ""'],
  ['customer', 'expected role=column, found "customer"'],
  ['customer=a,', 'expected role=column, found ""'],
  ['=a', 'expected role=column, found "=a"'],
  ['customer=', 'no column name after "customer="'],
  ['customer=""', 'no column name after "customer="'],
  ['customer=a=b', 'a name with quotes or an equals sign is written in double quotes, found a=b'],
  ['customer="a', 'the quote before "a" is never closed'],
  ['customer="a"b', 'expected a comma after "a", found "b"'],
])('%j is refused with the place', (text, message) => {
  expect(() => parseColumnList(text)).toThrow(new ColumnListError(message))
})

test('any names come back when they are quoted', () => {
  const name = fc.string({ minLength: 1 })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z]+$/), name), { minLength: 1, maxLength: 4 }), (pairs) => {
      const text = pairs.map(([role, column]) => `${role}="${column.replaceAll('"', '""')}"`).join(',')
      expect(parseColumnList(text)).toEqual(pairs)
    }),
  )
})
