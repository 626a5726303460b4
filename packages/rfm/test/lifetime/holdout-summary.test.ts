import { rowsOf, type FeatureTable } from '@clientele/core'
import { hasShared } from '@clientele/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdoutSummary, purchaseSummary } from '../../src/index.js'
import { analysisDate, logOf, orderLines, type OrderLine } from '../order-lines.js'
import { cdnowOrders, stored } from './real-histories.js'

const line = (customer: string, order: string, day: string, amount: number): OrderLine => ({
  ...{ customer, order, amount },
  time: Date.parse(`2024-01-${day}T00:00Z`),
})

const shop = logOf([
  line('ann', 'o1', '01', 10),
  line('ann', 'o2', '05', 20),
  line('eve', 'o0', '06', -1),
  line('bob', 'o3', '07', 30),
  line('ann', 'o4', '10', 40),
  line('ann', 'o5', '10', 2),
  line('dan', 'o6', '11', 50),
  line('ann', 'o7', '12', 60),
  line('ann', 'o8', '13', -60),
  line('bob', 'o9', '20', 70),
])

test('histories end where the hold-out period begins, and days with a purchase in it are counted', () => {
  const split = holdoutSummary(shop, { at: '2024-01-10', asOf: '2024-01-15', unit: 'days', afterAsOf: 'ignore' })
  expect(rowsOf(split)).toEqual([
    { customer: 'ann', repeatPurchases: 1, activeSpan: 4, age: 9, meanRepeatSpend: 20, holdoutPurchases: 2 },
    { customer: 'bob', repeatPurchases: 0, activeSpan: 0, age: 3, meanRepeatSpend: 0, holdoutPurchases: 0 },
  ])
  expect(split).toMatchObject({
    holdoutPurchases: Int32Array.of(2, 0),
    duration: 5,
    asOf: Date.parse('2024-01-10'),
    until: Date.parse('2024-01-15'),
    newCustomers: 1,
    leftOut: { afterAsOf: 1, beforeFrom: 0, refunds: 2, customers: 1 },
  })
  expect(holdoutSummary(shop, { at: '2024-01-10', asOf: '2024-01-24' }).duration).toBe(2)
})

test('the histories are those of the orders before, and nobody and nothing is lost', () => {
  fc.assert(
    fc.property(orderLines, fc.integer({ min: 0, max: 240 }), (lines, quarterDays) => {
      const at = Date.UTC(2024, 0, 1) + quarterDays * 21_600_000
      const before = lines.filter(({ time, amount }) => time < at && amount >= 0)
      if (before.length === 0) return
      const split = holdoutSummary(logOf(lines), { at, asOf: analysisDate })
      const alone = purchaseSummary(logOf(before), { asOf: at })
      const named = (table: FeatureTable) =>
        new Map(rowsOf(table).map(({ customer, holdoutPurchases: _, ...row }) => [customer, row]))
      expect(named(split)).toEqual(named(alone))
      const later = lines.filter(({ time, amount }) => time >= at && amount >= 0)
      const days = new Set(later.map(({ customer, time }) => `${customer} ${Math.floor(time / 86_400_000)}`))
      const old = new Set(before.map(({ customer }) => customer))
      const own = [...days].filter((day) => old.has(day.split(' ')[0]!))
      expect(split.holdoutPurchases.reduce((sum, count) => sum + count, 0)).toBe(own.length)
      const all = new Set(lines.map(({ customer }) => customer)).size
      expect(old.size + split.newCustomers + split.leftOut.customers).toBe(all)
    }),
  )
})

test.each<[any, string]>([
  [{ at: '2024-01-15', asOf: '2024-01-15' }, 'holdoutSummary: at must be before asOf, got 2024-01-15T00:00:00.000Z'],
  [{ asOf: '2024-01-15' }, 'holdoutSummary: at must be a date, epoch milliseconds or ISO 8601 text, got undefined'],
  [{ at: '2024-01-01', asOf: '2024-02-01' }, 'holdoutSummary: orders must have a line that counts'],
  [{ at: '2024-01-10', asOf: '2024-01-15' }, 'holdoutSummary: the time of order "o9" must be at most asOf'],
  [{ at: '2024-01-10', asOf: '2024-02-15', unit: 'hours' }, 'holdoutSummary: unit must be one of'],
])('refuses %o', (options, message) => {
  expect(() => holdoutSummary(shop, options)).toThrow(message)
})

test.skipIf(!hasShared)('CDNOW: 39 weeks each, and the purchases that pandas counts', () => {
  const split = holdoutSummary(cdnowOrders(), { at: '1997-10-01', asOf: '1998-07-01' })
  expect(split.duration).toBe(39)
  expect(split.index.ids).toHaveLength(2357)
  expect(split.newCustomers).toBe(0)
  expect(split.holdoutPurchases.reduce((sum, count) => sum + count, 0)).toBe(stored.cdnow.holdoutPurchasesTotal)
  for (const { customer, holdoutPurchases } of stored.cdnow.predictions) {
    expect(split.holdoutPurchases[split.index.ids.indexOf(customer)]).toBe(holdoutPurchases)
  }
})
