import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { transactionsFromColumns } from '@clientele/core'
import { purchaseSummary } from '@clientele/rfm'
import type { DataSet } from './data-set.js'
import { sharedFile } from './shared-file.js'

/** The 23,570 customers of CDNOW who first bought in early 1997: their histories until the end of September, in weeks. */
export const cdnowHistories: DataSet = {
  name: 'cdnow-histories',
  version: 1,
  make: () => {
    const text = gunzipSync(readFileSync(sharedFile('data/cdnow/CDNOW_master.txt.gz'))).toString()
    const rows = text
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.trim().split(/\s+/))
    const orders = transactionsFromColumns({
      customer: rows.map(([customer]) => Number(customer)),
      time: rows.map(([, day]) => Date.parse(day!.replace(/(....)(..)(..)/, '$1-$2-$3'))),
      amount: rows.map(([, , , dollars]) => Number(dollars)),
    })
    const { repeatPurchases, activeSpan, age } = purchaseSummary(orders, {
      asOf: '1997-09-30T23:59',
      afterAsOf: 'ignore',
    })
    const shape = [age.length]
    return {
      repeatPurchases: { values: repeatPurchases, shape },
      activeSpan: { values: activeSpan, shape },
      age: { values: age, shape },
    }
  },
}
