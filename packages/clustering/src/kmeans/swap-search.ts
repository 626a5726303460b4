import type { Random, Steps } from '@clientele/core'
import { exchangeRows } from './exchange.js'
import { inertiaOf } from './inertia.js'
import { lloyd, type Rest, type RunLimits } from './lloyd.js'
import type { LloydMemory } from './lloyd-memory.js'
import { take, type Run } from './run.js'

/**
 * Improves a run that came to rest: a random centroid moves to a random row, rounds of Lloyd and exchanges of single rows
 * repair the rest, and the new state is kept when its inertia is lower. The inertia never rises.
 *
 * Each try costs about as much as a short run.
 * @param run the run whose labels and centers stand in the memory
 * @see Fränti (2018), "Efficiency of random swap clustering", Journal of Big Data 5
 */
export function* swapSearch(
  memory: LloydMemory,
  run: Run,
  limits: RunLimits,
  tries: number,
  random: Random,
): Steps<Run> {
  const { rows, columns, k, centers, points } = memory
  let best = yield* better(memory, run, limits)
  for (let attempt = 0; attempt < tries && k > 1 && k < rows; attempt++) {
    const row = random.integer(rows)
    centers.view().set(best.centroids)
    centers.view().set(points.view().subarray(row * columns, (row + 1) * columns), random.integer(k) * columns)
    best = yield* better(memory, best, limits)
  }
  return best
}

/** The state that is reached from the centers in the memory, if it is better than `best`. */
function* better(memory: LloydMemory, best: Run, limits: RunLimits): Steps<Run> {
  const rest = yield* settle(memory, limits)
  const inertia = yield* inertiaOf(memory)
  return inertia < best.inertia ? take(memory, rest, inertia) : best
}

/** Lloyd's rounds and exchanges in turn, until neither finds anything or the rounds are used up. */
function* settle(memory: LloydMemory, limits: RunLimits): Steps<Rest> {
  let rounds = 0
  for (;;) {
    const { iterations, converged } = yield* lloyd(memory, { ...limits, iterations: limits.iterations - rounds })
    rounds += iterations
    if (rounds >= limits.iterations || !(yield* exchangeRows(memory))) return { iterations: rounds, converged }
  }
}
