import { cdnowHistories } from '../../data/cdnow-histories.js'
import { simulatedHistories } from '../../data/simulated-histories.js'
import type { Suite } from '../../suite.js'
import { fit } from './fit.js'
import { value } from './value.js'

const million = simulatedHistories(1_000_000)

/** Lifetime models of `@clientele/rfm`. */
export const lifetime: Suite = {
  name: 'lifetime',
  works: { fit, value: value(million.name) },
  lines: [
    {
      work: 'BG/NBD fitted to 23,570 CDNOW customers',
      peer: 'lifetimes BetaGeoFitter',
      data: [cdnowHistories],
      ours: 'fit',
      theirs: { side: 'python', work: 'fit' },
      limit: 0.1,
      tolerance: 1e-3,
      repetitions: 9,
    },
    {
      work: 'BG/NBD and Gamma-Gamma fitted to 1,000,000 customers, and the value of each for twelve months',
      peer: 'none: at most 20 s and 500 MB',
      data: [million],
      ours: 'value',
      limit: null,
      repetitions: 3,
    },
  ],
}
