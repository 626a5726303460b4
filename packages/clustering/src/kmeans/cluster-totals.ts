import type { LloydMemory } from './lloyd-memory.js'

/** Cluster → number of its rows, from the sums of all blocks. */
export function countsOf(memory: LloydMemory): Float64Array {
  return totalsOf(memory, memory.columns + 1)
}

/** Whether a cluster has no rows. */
export function hasEmpty({ k, columns, sums }: LloydMemory): boolean {
  const values = sums.view()
  const stride = columns + 2
  for (let cluster = 0; cluster < k; cluster++) {
    let at = (cluster + 1) * stride - 1
    while (at < values.length && values[at] === 0) at += k * stride
    if (at >= values.length) return true
  }
  return false
}

/** Cluster → total weight of its rows, from the sums of all blocks. */
export function massesOf(memory: LloydMemory): Float64Array {
  return totalsOf(memory, memory.columns)
}

/** One of the sums that are kept of each cluster, over all blocks in their order. */
function totalsOf({ k, columns, sums }: LloydMemory, place: number): Float64Array {
  const totals = new Float64Array(k)
  const values = sums.view()
  for (let at = place, i = 0; at < values.length; at += columns + 2, i++) totals[i % k]! += values[at]!
  return totals
}
