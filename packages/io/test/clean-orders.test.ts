import { readFileSync } from 'node:fs'
import { compensatedSum, productFact, transactions } from '@clientele/core'
import { hasShared, reference, sharedFile } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import {
  DataError,
  cleanOrders,
  cleaningRules,
  findColumns,
  furtherRules,
  readCsvText,
  readOrders,
  type CleaningOptions,
  type ColumnRole,
} from '../src/index.js'
import { namesOf } from '../src/table.js'
import { errorOf } from './bytes.js'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

function clean(text: string, options: CleaningOptions = {}, given: Partial<Record<ColumnRole, string>> = {}) {
  const table = readCsvText(text)
  return cleanOrders(table, findColumns(namesOf(table), given), options)
}

test('the rows that are left are an order log', () => {
  const { orders } = clean(fixture('shop.csv'))
  const expected = transactions(
    [
      { who: 'ann', at: '2024-01-05 10:00:00', money: 15, what: 'MUG-1', order: '1001', n: 2 },
      { who: 'ann', at: '2024-01-05 10:00:00', money: 4.25, what: 'TEA-9', order: '1001', n: 1 },
      { who: 'bob', at: '2024-01-06 09:30:00', money: 7.5, what: 'MUG-1', order: '1002', n: 1 },
      { who: '__proto__', at: '2024-03-01 23:59:59', money: 17, what: 'TEA-9', order: '1007', n: 4 },
    ],
    { customer: 'who', time: 'at', amount: 'money', product: 'what', order: 'order', quantity: 'n' },
  )
  expect(orders).toMatchObject(expected)
  expect(structuredClone(orders)).toEqual(orders)
})

test('the catalogue knows name and category from the first kept line that has them', () => {
  const { orders } = clean(fixture('shop.csv'))
  expect(orders.catalog!.attributes).toEqual([
    { name: 'name', kind: 'text', values: ['Blue mug', 'Tea, green'] },
    { name: 'category', kind: 'text', values: ['Kitchen', 'Pantry'] },
  ])
  const text = 'customer,date,amount,sku,description\na,2024-01-05,1,x, \na,2024-01-05,1,x,Later\na,2024-01-05,1,y,\n'
  const { catalog } = clean(text).orders
  expect(productFact(catalog!, 'x', 'name')).toBe('Later')
  expect(productFact(catalog!, 'y', 'name')).toBeUndefined()
})

test('columns that the file has not are not in the log', () => {
  const { orders } = clean('customer,date,amount\na,2024-01-05,-3.5\n')
  expect(orders).toEqual({
    size: 1,
    customers: { ids: ['a'] },
    customer: Int32Array.of(0),
    time: Float64Array.of(Date.UTC(2024, 0, 5)),
    amount: Float64Array.of(-3.5),
  })
})

test('an amount column wins over quantity × price', () => {
  const { orders } = clean('customer,date,quantity,price,line_total\na,2024-01-05,2,10,19\n')
  expect(Array.from(orders.amount)).toEqual([19])
})

test('dates, decimal commas, semicolons and a byte order mark of a German spreadsheet are read', () => {
  const given = {
    customer: 'Kunde',
    time: 'Datum',
    order: 'Rechnung',
    product: 'Artikel',
    quantity: 'Menge',
    price: 'Einzelpreis',
  }
  const { orders, report } = clean(fixture('german.csv'), { decimal: ',', timeZone: 'Europe/Berlin' }, given)
  expect(Array.from(orders.amount)).toEqual([15, 1004.25])
  expect(Array.from(orders.time)).toEqual([Date.UTC(2024, 0, 5, 9), Date.UTC(2024, 0, 6, 8, 30)])
  expect(orders.products!.ids).toEqual(['Becher, blau', 'Tee'])
  expect(report.dateFormat).toBe('D.M.YYYY H:mm')
})

test('the error for a kept row names what it lacks and the rule that drops such rows', () => {
  expect(() => clean(fixture('shop.csv'), { without: ['missing-customer'] })).toThrow(
    'cleanOrders: customer "customer_id" of row 4 (line 5) must not be empty (a rule can drop such rows: missing-customer), got ""',
  )
  const noProduct = 'customer,date,amount,sku\na,2024-01-05,1,x\na,2024-01-05,1,\n'
  expect(() => clean(noProduct)).toThrow('product "sku" of row 2 (line 3) must not be empty')
  expect(clean(noProduct, { rules: [...cleaningRules, ...furtherRules] }).orders.size).toBe(1)
  expect(() => clean('customer,date,amount\na,,1\n')).toThrow(
    'cleanOrders: time "date" of row 1 (line 2) must be a date',
  )
  expect(() => clean('customer,date,amount\na,2024-01-05,x\n')).toThrow(
    'cleanOrders: amount "amount" of row 1 (line 2) must be a number, got "x"',
  )
})

test('a product of quantity and price beyond all numbers is an error', () => {
  expect(() => clean('customer,date,quantity,price\na,2024-01-05,1e300,1e300\n')).toThrow(
    'cleanOrders: quantity × price of row 1 (line 2) must be finite, got Infinity',
  )
})

test('no row left is an error that says which rule dropped how many', () => {
  const error = errorOf(() => clean('customer,date,quantity,price\n,2024-01-05,1,1\n,x,1,1\na,2024-01-05,0,1\n'))
  expect(error).toBeInstanceOf(DataError)
  expect(error.message).toBe(
    'cleanOrders: rows kept must be at least 1 (3 read, missing-customer dropped 2, quantity-not-positive dropped 1), got 0',
  )
  expect(() => clean('customer,date,amount\n')).toThrow('cleanOrders: rows kept must be at least 1 (0 read), got 0')
})

describe.skipIf(!hasShared)('on Online Retail II', () => {
  test('the rules in order leave the rows, customers, products and revenue of the reference', async () => {
    const path = sharedFile('data/online-retail-ii/online_retail_II.parquet')
    const { orders, report } = await readOrders(path)
    const { cleaning, totals } = reference('online-retail-ii')
    expect([report.rowsRead, report.rowsKept]).toEqual([cleaning.rowsRead, cleaning.rowsKept])
    const { missingCustomer, quantityNotPositive, priceNotPositive, invoiceWithC } = cleaning.droppedInOrder
    expect(report.dropped.map(({ count }) => count)).toEqual([
      missingCustomer,
      quantityNotPositive,
      priceNotPositive,
      invoiceWithC,
    ])
    expect(orders.size).toBe(totals.lines)
    expect(orders.customers.ids).toHaveLength(totals.customers)
    expect(orders.products!.ids).toHaveLength(totals.products)
    expect(orders.orders!.ids).toHaveLength(totals.invoices)
    expect(compensatedSum(orders.amount)).toBeCloseTo(totals.revenue, 2)
    expect(compensatedSum(orders.quantity!)).toBe(totals.units)
    expect(orders.time.reduce((a, b) => Math.min(a, b))).toBe(Date.parse(`${totals.firstInvoiceDate}Z`))
    expect(orders.time.reduce((a, b) => Math.max(a, b))).toBe(Date.parse(`${totals.lastInvoiceDate}Z`))
    expect(productFact(orders.catalog!, '22423', 'name')).toBe('REGENCY CAKESTAND 3 TIER')
    expect(orders.customers.ids.every((id) => Number.isInteger(id))).toBe(true)
  })
})
