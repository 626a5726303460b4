import { fitItemKnnAsync } from '@clientele/recommenders'
import type { Work } from '../../suite.js'
import { pairsOf } from './pairs-of.js'

/** The most memory that the process may have resident, in bytes. */
const MOST_BYTES = 4 * 2 ** 30

/** Fifty neighbours of every product of a large shop, on two workers. The run fails where the process needs more than 4 GiB. */
export const fitLarge =
  (data: string): Work =>
  (folders) => {
    const interactions = pairsOf(folders[data]!)
    return {
      run: () => fitItemKnnAsync(interactions, { neighbors: 50, workers: 2 }),
      answer() {
        const peak = process.resourceUsage().maxRSS * 1024
        if (peak > MOST_BYTES) throw new Error(`memory must be at most ${MOST_BYTES} bytes, got ${peak}`)
        return { numbers: [], note: `at most ${(peak / 2 ** 20).toFixed(0)} MiB resident, input and all` }
      },
    }
  }
