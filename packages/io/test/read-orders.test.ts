import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hasShared, sharedFile } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { readOrders } from '../src/index.js'
import { temporaryFolder } from './temporary-folder.js'

const folder = temporaryFolder()
const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))

test('a file becomes a clean order log in one call', async () => {
  const { orders, report, roles } = await readOrders(fixture('shop.csv'))
  expect(orders.customers.ids).toEqual(['ann', 'bob', '__proto__'])
  expect([report.rowsRead, report.rowsKept]).toEqual([8, 4])
  expect(roles).toMatchObject({ customer: 'customer_id', order: 'order_id', category: 'category' })
})

test('the first edition of Online Retail: US dates, ".0" behind customers, a pound sign in Windows-1252', async () => {
  const { orders, report } = await readOrders(fixture('first-edition.csv'))
  expect(orders.customers.ids).toEqual(['17850', '13047'])
  expect(orders.time[1]).toBe(Date.UTC(2010, 11, 13, 8, 28))
  expect(report.dateFormat).toBe('M/D/YYYY H:mm')
  expect(orders.catalog!.attributes[0]!.values[2]).toBe('ASSORTED COLOUR BIRD £ ORNAMENT')
})

test('options of all steps are passed on', async () => {
  const path = folder.write('orders.csv', 'Kunde|Tag, lokal|Wert, netto, EUR\nann|1/2/2024|1,5\nbob|2/2/2024|2\n')
  const { orders } = await readOrders(path, {
    columns: { customer: 'Kunde', time: 'Tag, lokal', amount: 'Wert, netto, EUR' },
    delimiter: '|',
    decimal: ',',
    dateFormat: 'D/M/YYYY',
    timeZone: 'Asia/Tokyo',
    rules: [
      { name: 'no-bob', reason: 'test account', needs: ['customer'], drops: ({ customer }) => customer === 'bob' },
    ],
  })
  expect(orders).toMatchObject({
    size: 1,
    amount: Float64Array.of(1.5),
    time: Float64Array.of(Date.UTC(2024, 0, 31, 15)),
  })
})

test('an aborted signal ends the reading with its reason', async () => {
  const reason = new Error('enough')
  await expect(readOrders(fixture('shop.csv'), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
})

describe.skipIf(!hasShared)('on a synthetic shop', () => {
  test('all lines of csrai are read', async () => {
    const path = sharedFile('data/csrai/transactions.csv')
    const { orders, report } = await readOrders(path)
    const lines = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/).slice(1)
    expect(report.rowsRead).toBe(lines.length)
    expect(orders.size).toBe(lines.length)
    const [order, customer, product, date, quantity, price] = lines.at(-1)!.split(',')
    expect(orders.orders!.ids[orders.order!.at(-1)!]).toBe(order)
    expect(orders.customers.ids[orders.customer.at(-1)!]).toBe(customer)
    expect(orders.products!.ids[orders.product!.at(-1)!]).toBe(product)
    expect(orders.time.at(-1)).toBe(Date.parse(date!))
    expect(orders.amount.at(-1)).toBe(Number(quantity) * Number(price))
  })
})
