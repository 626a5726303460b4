// peak-memory-program.js WORK FOLDER: holds the log of a data set, does the work once, and prints how many bytes the peak of this
// process lies above what the log takes: the peak since it began, so that reading may count, but nothing is missed. The log is
// made of the arrays as they are read, without a copy.
import { existsSync, readFileSync } from 'node:fs'
import { rfm } from '@clientele/rfm'
import type { Transactions } from '@clientele/core'
import { readData, type ShapedArray } from '../../data/data-set.js'
import { AS_OF, CUSTOMERS } from '../../data/order-log.js'
import { allFeatures, withCategories } from './behaviour-works.js'
import type { MeasuredWork } from './peak-memory.js'

const [work, folder] = process.argv.slice(2) as [MeasuredWork, string]
const arrays = readData(folder)
const orders = logOf(arrays)
const before = process.memoryUsage().rss
if (work === 'rfm') rfm(orders, { asOf: AS_OF })
else allFeatures(orders, arrays)
process.stdout.write(`${peakOfProcess() - before}\n`)

/** Linux counts the memory of the process that started this one as a peak of its own, but tells its own peak elsewhere. */
function peakOfProcess(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  const own = /^VmHWM:\s+(\d+) kB$/m.exec(status)
  return 1024 * (own === null ? process.resourceUsage().maxRSS : Number(own[1]))
}

function logOf(from: Record<string, ShapedArray>): Transactions {
  const codes = (name: string) => from[name]!.values as Int32Array
  const numbers = (name: string) => from[name]!.values as Float64Array
  const upTo = (count: number) => ({ ids: Array.from({ length: count }, (_, id) => id) })
  const size = codes('customer').length
  const log: Transactions = {
    size,
    customers: upTo(CUSTOMERS),
    customer: codes('customer'),
    orders: upTo(codes('order')[size - 1]! + 1),
    order: codes('order'),
    time: numbers('time'),
    amount: numbers('amount'),
  }
  if (from['product'] === undefined) return log
  const products = upTo(from['category']!.values.length)
  return withCategories({ ...log, products, product: codes('product'), quantity: numbers('quantity') }, from)
}
