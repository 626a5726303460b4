import { transactionsFromColumns } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineFilter } from '../../src/measure/line-filter.js'
import { purchaseMarks } from '../../src/measure/purchase-marks.js'
import { recount } from '../../src/measure/recount.js'

const filter = lineFilter('fn', { asOf: 100, refunds: 'ignore' })

/** Lines of up to five customers with up to nine orders or moments each; amounts of -1 do not count. */
const someLines = fc.array(
  fc.record({
    customer: fc.integer({ min: 0, max: 4 }),
    mark: fc.integer({ min: 0, max: 8 }),
    amount: fc.constantFrom(1, 1, -1),
  }),
  { maxLength: 60 },
)

test.each(['order', 'time'])('the number of marks equals the size of a set of them, by %s', (by) => {
  fc.assert(
    fc.property(someLines, fc.uint8Array({ minLength: 5, maxLength: 5, max: 1 }), (lines, again) => {
      const log = transactionsFromColumns({
        customer: [0, 1, 2, 3, 4, ...lines.map(({ customer }) => customer)],
        time: [0, 0, 0, 0, 0, ...lines.map(({ mark }) => mark)],
        amount: [-1, -1, -1, -1, -1, ...lines.map(({ amount }) => amount)],
        ...(by === 'order' && { order: [0, 0, 0, 0, 0, ...lines.map(({ mark }) => mark)] }),
      })
      const expected = Array.from(again, (asked, who) => {
        const marks = lines.filter(({ customer, amount }) => customer === who && amount > 0).map(({ mark }) => mark)
        return asked ? new Set(marks).size : 77
      })
      const count = new Int32Array(5).fill(77)
      recount(log, filter, 'orders', purchaseMarks('fn', log, 'orders', 'UTC'), again.slice(), count)
      expect([...count]).toEqual(expected)
    }),
  )
})
