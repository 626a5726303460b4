import { orderLog } from '../../data/order-log.js'
import type { Line, Work } from '../../suite.js'
import { behaviourOf } from './behaviour-works.js'
import { peakMemory } from './peak-memory.js'
import { rfmOfColumns, rfmOfTransactions, rfmPerLine } from './rfm-works.js'

const ten = orderLog(10_000_000)
const two = orderLog(2_000_000)
const twenty = orderLog(20_000_000)
const detailed = orderLog(10_000_000, { details: true })

/** Our side of scores and features. */
export const rfmWorks: Readonly<Record<string, Work>> = {
  rfm: rfmOfTransactions(ten.name),
  'rfm from columns': rfmOfColumns(ten.name),
  'rfm from kept columns': rfmOfColumns(ten.name, { copy: false }),
  'rfm of twenty million': rfmPerLine(twenty.name, 20_000_000, peakMemory),
  'rfm of two million': rfmPerLine(two.name, 2_000_000, peakMemory),
  behaviour: behaviourOf(detailed.name, peakMemory),
}

/** Scores and features. */
export const rfmLines: readonly Line[] = [
  {
    work: 'RFM with quintile scores, 10 million lines, 100,000 customers, from `Transactions`, one thread',
    peer: 'polars, the same columns in memory, two threads',
    data: [ten],
    ours: 'rfm',
    theirs: { side: 'python', work: 'rfm' },
    limit: 0.7,
    tolerance: 1e-12,
    repetitions: 11,
  },
  {
    work: 'the same from plain columns of integer ids, encoding included, one thread',
    peer: 'polars, the same columns in memory, two threads',
    data: [ten],
    ours: 'rfm from columns',
    theirs: { side: 'python', work: 'rfm' },
    limit: 1.5,
    tolerance: 1e-12,
    repetitions: 11,
  },
  {
    work: 'the same, where the log keeps the columns of doubles without a copy, one thread',
    peer: 'polars, the same columns in memory, two threads',
    data: [ten],
    ours: 'rfm from kept columns',
    theirs: { side: 'python', work: 'rfm' },
    limit: 1.5,
    tolerance: 1e-12,
    repetitions: 11,
  },
  {
    work: 'RFM with quintile scores, 10 million lines, 100,000 customers, from `Transactions`, one thread',
    peer: 'polars that may rely on one customer for each order, two threads',
    data: [ten],
    ours: 'rfm',
    theirs: { side: 'python', work: 'rfm by order' },
    limit: null,
    tolerance: 1e-12,
    repetitions: 11,
  },
  {
    work: 'the same from plain columns of integer ids, encoding included, one thread',
    peer: 'polars that may rely on one customer for each order, two threads',
    data: [ten],
    ours: 'rfm from columns',
    theirs: { side: 'python', work: 'rfm by order' },
    limit: null,
    tolerance: 1e-12,
    repetitions: 11,
  },
  {
    work: 'all behaviour features, 10 million lines, 100,000 customers, one thread',
    peer: 'polars, the same features, two threads',
    data: [detailed],
    ours: 'behaviour',
    theirs: { side: 'python', work: 'behaviour' },
    limit: 1,
    tolerance: 1e-9,
    repetitions: 7,
  },
  {
    work: 'RFM with quintile scores, 100,000 customers, from `Transactions`, one of 20 million lines',
    peer: 'itself, one of 2 million lines',
    data: [twenty, two],
    ours: 'rfm of twenty million',
    theirs: { side: 'node', work: 'rfm of two million' },
    limit: 1.2,
    repetitions: 11,
  },
]
