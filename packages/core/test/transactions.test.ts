import { productFact, transactions, transactionsFromColumns, type TransactionFields } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

interface Line {
  readonly who: string
  readonly paidAt: string
  readonly total: number
  readonly sku: number
  readonly invoice: string
  readonly units: number
  readonly title?: string | null
  readonly weight?: number
}

const rows: Line[] = [
  { who: 'ann', paidAt: '2024-01-05', total: 10, sku: 30, invoice: 'o-1', units: 1, title: null, weight: NaN },
  { who: 'bob', paidAt: '2024-01-09', total: 20, sku: 10, invoice: 'o-2', units: 2, title: 'Mug', weight: 0.5 },
  { who: 'ann', paidAt: '2024-02-01', total: -5, sku: 30, invoice: 'o-1', units: -1, title: 'Pen', weight: 0.1 },
  { who: 'ann', paidAt: '2024-02-02', total: 5, sku: 30, invoice: 'o-3', units: 1, title: 'Quill', weight: 0.2 },
]

const fields = {
  customer: 'who',
  time: 'paidAt',
  amount: 'total',
  product: 'sku',
  order: 'invoice',
  quantity: 'units',
} as const

const columns = {
  customer: rows.map((row) => row.who),
  time: rows.map((row) => row.paidAt),
  amount: rows.map((row) => row.total),
  product: rows.map((row) => row.sku),
  order: rows.map((row) => row.invoice),
  quantity: rows.map((row) => row.units),
}

describe('transactions', () => {
  test('is the log of the columns that the fields name', () => {
    expect(transactions(rows, fields)).toEqual(transactionsFromColumns(columns))
  })

  test('takes functions of the row for fields, and any iterable for rows', () => {
    function* each() {
      yield* rows
    }
    const log = transactions(each(), {
      customer: (row) => row.who,
      time: (row) => new Date(row.paidAt),
      amount: (row) => row.total,
    })
    const { customer, time, amount } = columns
    expect(log).toEqual(transactionsFromColumns({ customer, time, amount }))
  })

  test('reads times without an offset by the clocks of the zone', () => {
    const log = transactions(rows, fields, { timeZone: 'America/New_York' })
    expect(log.time[0]).toBe(Date.UTC(2024, 0, 5, 5))
  })

  test('of no rows is an empty log', () => {
    expect(transactions<Line>([], fields).size).toBe(0)
  })

  test('leaves rows as they were', () => {
    const before = structuredClone(rows)
    transactions(rows, { ...fields, productAttributes: { name: 'title' } })
    expect(rows).toEqual(before)
  })

  test('decodes to the rows it was given, whatever the ids', () => {
    const id = fc.oneof(fc.string(), fc.integer(), fc.constantFrom('__proto__', 'constructor'))
    const row = fc.record({ customer: id, product: id, amount: fc.integer(), time: fc.integer({ min: 0, max: 2e12 }) })
    fc.assert(
      fc.property(fc.array(row), (given) => {
        const log = transactions(given, { customer: 'customer', time: 'time', amount: 'amount', product: 'product' })
        const back = Array.from({ length: log.size }, (_, i) => ({
          customer: log.customers.ids[log.customer[i]!],
          product: log.products!.ids[log.product![i]!],
          amount: log.amount[i],
          time: log.time[i],
        }))
        expect(back).toEqual(given.map((each) => ({ ...each })))
      }),
    )
  })
})

describe('the catalogue', () => {
  const log = transactions(rows, {
    ...fields,
    productAttributes: { name: 'title', weight: 'weight', label: (row) => `no. ${row.sku}` },
  })

  test('has for each product the fact of its first line that has one', () => {
    expect(log.catalog!.products).toBe(log.products)
    expect(log.catalog!.attributes).toEqual([
      { name: 'name', kind: 'text', values: ['Pen', 'Mug'] },
      { name: 'weight', kind: 'number', values: Float64Array.of(0.1, 0.5) },
      { name: 'label', kind: 'text', values: ['no. 30', 'no. 10'] },
    ])
    expect(productFact(log.catalog!, 30, 'name')).toBe('Pen')
  })

  test('survives a clone of the log', () => {
    const clone = structuredClone(log)
    expect(clone).toEqual(log)
    expect(productFact(clone.catalog!, 10, 'weight')).toBe(0.5)
  })

  test('takes any name for an attribute', () => {
    const productAttributes = JSON.parse('{ "__proto__": "title" }') as Record<string, 'title'>
    const { catalog } = transactions(rows, { ...fields, productAttributes })
    expect(productFact(catalog!, 10, '__proto__')).toBe('Mug')
  })

  test('needs products', () => {
    const { customer, time, amount } = fields
    expect(() => transactions(rows, { customer, time, amount, productAttributes: { name: 'title' } })).toThrow(
      new TypeError('transactions: fields.product must be given when productAttributes are, got undefined'),
    )
  })
})

describe('refuses, and names the row', () => {
  const refused = (row: unknown, wrong: object = {}) =>
    expect(() =>
      transactions([rows[0]!, row as Line], { ...fields, ...wrong } as TransactionFields<Line, any, any, any>),
    )

  test.each<[string, object, Error]>([
    ['a missing customer', { who: undefined }, new TypeError('customer must be a string or a number, got undefined')],
    ['a product that is no id', { sku: {} }, new TypeError('product must be a string or a number, got an object')],
    [
      'a day that is none',
      { paidAt: '30.01.2024' },
      new RangeError('time must be a real date in ISO 8601 (2011-12-10), got "30.01.2024"'),
    ],
    ['no time', { paidAt: null }, new TypeError('time must be a date, epoch milliseconds or ISO 8601 text, got null')],
    ['money as text', { total: '12.50' }, new TypeError('amount must be a number, got "12.50"')],
    ['money that is NaN', { total: NaN }, new RangeError('amount must be finite, got NaN')],
    ['endless quantities', { units: Infinity }, new RangeError('quantity must be finite, got Infinity')],
  ])('%s', (_, wrong, error) => {
    const Class = error instanceof TypeError ? TypeError : RangeError
    refused({ ...rows[1], ...wrong }).toThrow(new Class(`transactions: rows[1].${error.message}`))
  })

  test('a row that is none', () => {
    refused(null).toThrow(new TypeError('transactions: rows[1] must be an object, got null'))
  })

  test('a fact that is neither text nor number', () => {
    refused({ ...rows[1], title: ['Mug'] }, { productAttributes: { name: 'title' } }).toThrow(
      new TypeError('transactions: rows[1].name must be a string or a number, got an array of 1'),
    )
  })

  test('a field that is neither a name nor a function', () => {
    refused(rows[1], { amount: 3 }).toThrow(
      new TypeError('transactions: fields.amount must be a field name or a function of the row, got 3'),
    )
    refused(rows[1], { productAttributes: { name: null } }).toThrow(
      new TypeError(
        'transactions: fields.productAttributes.name must be a field name or a function of the row, got null',
      ),
    )
  })

  test('rows that are none, and an unknown zone', () => {
    expect(() => transactions(undefined as any, fields)).toThrow(
      new TypeError('transactions: rows must be an array or another iterable, got undefined'),
    )
    expect(() => transactions(rows, fields, { timeZone: 'Nowhere' })).toThrow(/^transactions: timeZone must be/)
  })
})
