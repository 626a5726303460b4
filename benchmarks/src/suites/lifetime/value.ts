import { featureColumn, type FeatureTable } from '@clientele/core'
import { fitBgNbd, fitGammaGamma, lifetimeValue, type ValuedHistories } from '@clientele/rfm'
import { readData } from '../../data/data-set.js'
import type { Work } from '../../suite.js'

/** The most that a run may add to the memory of the process, in megabytes. */
const MOST_MEGABYTES = 500

/** The most seconds that a run may take. */
const MOST_SECONDS = 20

/** Both models fitted to the customers of a data set, and the value of each customer for a year. */
export const value =
  (name: string): Work =>
  (folders) => {
    const { repeatPurchases, activeSpan, age, meanRepeatSpend } = readData(folders[name]!)
    const customers: ValuedHistories<number> = {
      index: { ids: Array.from(age!.values.keys()) },
      repeatPurchases: repeatPurchases!.values,
      activeSpan: activeSpan!.values,
      age: age!.values,
      meanRepeatSpend: meanRepeatSpend!.values,
      unit: 'days',
    }
    const before = process.memoryUsage().rss
    let seconds = 0
    return {
      run() {
        const start = performance.now()
        const table = lifetimeValue(customers, fitBgNbd(customers), fitGammaGamma(customers))
        seconds = (performance.now() - start) / 1000
        return table
      },
      answer(table: FeatureTable) {
        // The most memory since the process began, so that what was read before may count, but nothing is missed.
        const megabytes = (process.resourceUsage().maxRSS * 1024 - before) / 1e6
        if (megabytes > MOST_MEGABYTES) throw new Error(`memory must be at most ${MOST_MEGABYTES} MB, got ${megabytes}`)
        if (seconds > MOST_SECONDS) throw new Error(`the run must take at most ${MOST_SECONDS} s, got ${seconds}`)
        const values = featureColumn(table, 'lifetimeValue').values
        if (!values.every((each) => each >= 0 && each < Infinity))
          throw new Error('values must be numbers of at least 0')
        return { numbers: [], note: `at most ${megabytes.toFixed(0)} MB beyond the input` }
      },
    }
  }
