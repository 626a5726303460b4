import { compensatedSum, transactionsFromColumns, type ColumnOptions, type Transactions } from '@clientele/core'
import { rfm, type Rfm } from '@clientele/rfm'
import { readData, type ShapedArray } from '../../data/data-set.js'
import { AS_OF } from '../../data/order-log.js'
import type { Answer, Work } from '../../suite.js'
import { memoryNote, type PeakMemory } from './peak-memory.js'

/** The most that scores of 100,000 customers may take beyond the log, however many lines it has. */
const MOST_MEGABYTES = 40

/** The columns of a generated log that RFM needs, as anyone may hold them. */
export function plainColumns({ customer, order, time, amount }: Record<string, ShapedArray>) {
  return { customer: customer!.values, order: order!.values, time: time!.values, amount: amount!.values }
}

const scored = (orders: Transactions): Rfm => rfm(orders, { asOf: AS_OF })

/** RFM with quintile scores of a log that is there as `Transactions`. */
export const rfmOfTransactions =
  (name: string): Work =>
  (folders) => {
    const orders = transactionsFromColumns(plainColumns(readData(folders[name]!)))
    return { run: () => scored(orders), answer: answerOf }
  }

/** The same from plain columns of integer ids, which are encoded first. */
export const rfmOfColumns =
  (name: string, options: ColumnOptions = {}): Work =>
  (folders) => {
    const columns = plainColumns(readData(folders[name]!))
    return { run: () => scored(transactionsFromColumns(columns, options)), answer: answerOf }
  }

/** The same as time per line, with the most memory that it takes beyond the log. */
export const rfmPerLine =
  (name: string, lines: number, peak: PeakMemory): Work =>
  (folders) => {
    const orders = transactionsFromColumns(plainColumns(readData(folders[name]!)))
    return {
      run: () => scored(orders),
      units: lines,
      answer: () => ({
        numbers: [],
        note: `${lines / 1e6} million lines: ${memoryNote(peak('rfm', folders[name]!), MOST_MEGABYTES)}`,
      }),
    }
  }

/** Totals of the metrics, and how many customers have each combination of scores. */
function answerOf({ columns }: Rfm): Answer {
  const [recency, frequency, monetary, r, f, m] = columns.map(({ values }) => values)
  const cells = new Array<number>(125).fill(0)
  for (let row = 0; row < r!.length; row++) cells[(r![row]! - 1) * 25 + (f![row]! - 1) * 5 + m![row]! - 1]!++
  return { numbers: [compensatedSum(recency!), compensatedSum(frequency!), compensatedSum(monetary!), ...cells] }
}
