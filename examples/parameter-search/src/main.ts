// Searches settings of item kNN for a generated shop: node dist/main.js [--log FILE] [--workers N]
import { parseArgs } from 'node:util'
import { fileLog } from '@clientele/io'
import { comparisonRows, evaluationRows, searchRows } from '@clientele/metrics'
import { searchShop } from './search-shop.js'

const terminal = process.stderr.isTTY
const { values } = parseArgs({ options: { log: { type: 'string' }, workers: { type: 'string' } } })

const { found, tuned, plain, comparison, strangers } = await searchShop({
  module: new URL('./knn-fit.js', import.meta.url),
  ...(values.log !== undefined && { log: fileLog(values.log) }),
  ...(values.workers !== undefined && { workers: Number(values.workers) }),
  onProgress: ({ done, total }) => terminal && process.stderr.write(`\r${done} of ${total} fits`),
})
if (terminal) process.stderr.write('\n')

console.log(`${found.trials.length} settings on three months, the best first:`)
console.table(
  searchRows(found)
    .slice(0, 8)
    .map(({ seconds: _, ...row }) => row),
)
if (found.fromLog > 0) console.error(`${found.fromLog} fits were in the log.`)
console.log('The month after, which no trial has seen:')
console.table(
  evaluationRows([
    ['searched', tuned],
    ['defaults', plain],
  ]),
)
console.table(comparisonRows(comparison, ['searched', 'defaults']))
console.log('Customers the model has not learned from, asked about by four fifths of what they bought:')
console.table(evaluationRows([['searched', strangers]]))
