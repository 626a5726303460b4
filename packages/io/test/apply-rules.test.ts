import { readFileSync } from 'node:fs'
import { hasShared, reference, sharedFile } from '@clientele/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyRules, cleaningRules, findColumns, readCsvText, readTable, type CleaningRule } from '../src/index.js'
import { namesOf } from '../src/table.js'

const shop = readCsvText(readFileSync(new URL('fixtures/shop.csv', import.meta.url), 'utf8'))
const roles = findColumns(namesOf(shop))

test('each row is counted by the first rule that drops it, with samples', () => {
  const { rows, report } = applyRules(shop, roles)
  expect(Array.from(rows)).toEqual([0, 1, 2, 7])
  expect(report).toMatchObject({ rowsRead: 8, rowsKept: 4, without: [] })
  expect(report.dropped.map(({ rule, count, sampleRows }) => [rule, count, sampleRows])).toEqual([
    ['missing-customer', 1, [4]],
    ['quantity-not-positive', 1, [5]],
    ['price-not-positive', 1, [6]],
    ['cancelled', 1, [7]],
  ])
  expect(report.dropped[0]!.samples).toEqual([
    {
      order_id: '1003',
      created_at: '2024-02-01 18:45:10',
      customer_id: null,
      sku: 'MUG-1',
      product_name: 'Blue mug',
      category: 'Kitchen',
      qty: '3',
      unit_price: '7.50',
    },
  ])
})

test('a rule that is turned off drops nothing and is reported as off', () => {
  const { report } = applyRules(shop, roles, { without: ['quantity-not-positive', 'price-not-positive'] })
  expect(report.dropped.map(({ rule, count }) => [rule, count])).toEqual([
    ['missing-customer', 1],
    ['cancelled', 2],
  ])
  expect(report.without).toEqual(['quantity-not-positive', 'price-not-positive'])
})

test('a rule that needs a column which the file has not is reported as not applied', () => {
  const table = readCsvText('customer,date,amount\nann,2024-01-05,3\n')
  const { report } = applyRules(table, findColumns(namesOf(table)))
  expect(report.dropped.map(({ rule, missing }) => [rule, missing])).toEqual([
    ['missing-customer', []],
    ['quantity-not-positive', ['quantity']],
    ['price-not-positive', ['price']],
    ['cancelled', ['order']],
  ])
})

test('own rules see what they need', () => {
  const beforeFebruary: CleaningRule = {
    name: 'before-february',
    reason: 'the new price list',
    needs: ['time', 'category'],
    drops: ({ time, category }) => time < Date.UTC(2024, 1, 1) && category === 'Kitchen',
  }
  const { report } = applyRules(shop, roles, { rules: [beforeFebruary, ...cleaningRules] })
  expect(report.dropped[0]).toMatchObject({ rule: 'before-february', reason: 'the new price list', sampleRows: [1, 3] })
})

test('at most three samples are kept', () => {
  const everything: CleaningRule = { name: 'all', reason: '', needs: [], drops: () => true }
  const [all] = applyRules(shop, roles, { rules: [everything] }).report.dropped
  expect(all).toMatchObject({ count: 8, sampleRows: [1, 2, 3] })
})

test('a cell that a rule looks at must be readable, others may be anything', () => {
  const table = readCsvText('customer,date,quantity,price\n,2024-01-05,many,1\nann,soon,1,1\nbob,2024-01-05,few,1\n')
  expect(() => applyRules(table, findColumns(namesOf(table)))).toThrow(
    'cleanOrders: quantity "quantity" of row 3 (line 4) must be a number, got "few"',
  )
})

test('wrong options are named', () => {
  expect(() => applyRules(shop, roles, { without: ['canceled'] })).toThrow(
    'cleanOrders: without must name rules (missing-customer, quantity-not-positive, price-not-positive, cancelled), got "canceled"',
  )
  const twice = [cleaningRules[0]!, cleaningRules[0]!]
  expect(() => applyRules(shop, roles, { rules: twice })).toThrow(
    'rules must have different names, got "missing-customer"',
  )
  const odd = [{ ...cleaningRules[0]!, needs: ['buyer' as never] }]
  expect(() => applyRules(shop, roles, { rules: odd })).toThrow('cleanOrders: rules must need roles (customer,')
})

test('kept and dropped rows always add up, and kept rows are those that pass every rule', () => {
  const cell = fc.record({ who: fc.constantFrom('', 'a', 'b'), n: fc.integer({ min: -2, max: 2 }), price: fc.nat(2) })
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      const lines = cells.map(({ who, n, price }) => `${who},2024-01-05,${n},${price}`)
      const table = readCsvText(`customer,date,quantity,price\n${lines.join('\n')}\n`)
      const { rows, report } = applyRules(table, findColumns(namesOf(table)))
      expect(report.rowsKept + report.dropped.reduce((sum, { count }) => sum + count, 0)).toBe(cells.length)
      expect(Array.from(rows)).toEqual(
        cells.flatMap(({ who, n, price }, row) => (who !== '' && n > 0 && price > 0 ? [row] : [])),
      )
    }),
  )
})

describe.skipIf(!hasShared)('on Online Retail II', () => {
  test('each rule alone drops what the reference says', async () => {
    const path = sharedFile('data/online-retail-ii/online_retail_II.parquet')
    const columns = ['Customer ID', 'InvoiceDate', 'Invoice', 'Quantity', 'Price']
    const table = await readTable(path, { columns })
    const { independentCounts } = reference('online-retail-ii').cleaning
    const alone = cleaningRules.map((rule) => {
      const { report } = applyRules(table, findColumns(columns), { rules: [rule] })
      return report.dropped[0]!.count
    })
    expect(alone).toEqual([
      independentCounts.missingCustomer,
      independentCounts.quantityNotPositive,
      independentCounts.priceNotPositive,
      independentCounts.invoiceWithC,
    ])
  })
})
