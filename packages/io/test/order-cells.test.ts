import { expect, test } from 'vitest'
import { readCsvText, type ColumnRoles } from '../src/index.js'
import { lineReader, orderCells, type CellOptions } from '../src/order-cells.js'

const table = readCsvText(
  'who,when,invoice,sku,what,n,price,kind,land\nann,2024-01-05,1,NULL, ,2,7.5,Mugs,FR\nNULL,x,,,,two,,,\n',
)
const roles: ColumnRoles = {
  customer: 'who',
  time: 'when',
  order: 'invoice',
  product: 'sku',
  description: 'what',
  quantity: 'n',
  price: 'price',
  category: 'kind',
  country: 'land',
}
const cells = (options: CellOptions = {}) => orderCells(table, roles, options)

test('a line holds what the roles asked for say of a row', () => {
  const read = lineReader(cells(), [
    'customer',
    'order',
    'product',
    'description',
    'category',
    'country',
    'quantity',
    'time',
  ])
  expect(read(0)).toEqual({
    customer: 'ann',
    order: '1',
    product: 'NULL',
    description: undefined,
    category: 'Mugs',
    country: 'FR',
    time: Date.UTC(2024, 0, 5),
    quantity: 2,
    price: NaN,
    amount: NaN,
  })
})

test('one line object serves all rows', () => {
  const read = lineReader(cells(), ['customer', 'price'])
  const first = read(0)
  expect(read(1)).toBe(first)
  expect(first).toMatchObject({ customer: undefined, price: NaN })
})

test('reading a cell that says something else throws its error', () => {
  const read = lineReader(cells(), ['quantity'])
  expect(() => read(1)).toThrow('cleanOrders: quantity "n" of row 2 (line 3) must be a number, got "two"')
})

test('a column is read once', () => {
  const once = cells()
  expect(once.numbers('price')).toBe(once.numbers('price'))
  expect(once.times()).toBe(once.times())
  expect([once.has('price'), once.has('amount')]).toEqual([true, false])
})

test('options are checked before anything is read', () => {
  expect(() => cells({ timeZone: 'Mars' })).toThrow('cleanOrders: timeZone must be an IANA time zone')
  expect(() => cells({ decimal: ';' as never })).toThrow('cleanOrders: decimal must be one of ".", ",", got ";"')
})
