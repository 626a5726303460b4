// Ten thousand calls of all functions, inline and on a pool, some of which fail or are aborted; prints what memory they left.
import {
  gram,
  inversePositiveDefinite,
  localEngine,
  multiply,
  multiplyAsync,
  openPool,
  sparseTimesDenseAsync,
  squaredDistancesAsync,
  timesVector,
  topOfRows,
  topProductsAsync,
  type Matrix,
} from '@clientele/compute'
import { matrix, positiveDefinite, scores, sparse } from '../made.js'

const pool = openPool({ workers: 2 })
const square = matrix(24, 24)
const single = matrix(24, 24, Float32Array)
const definite = positiveDefinite(20)
const ranked = scores(20, 30)
const bought = sparse(30, 24)
const bad: Matrix<Float64Array> = { ...square, values: square.values.map((value, i) => (i === 575 ? NaN : value)) }

const calls: (() => unknown)[] = [
  () => multiply(square, square),
  () => multiplyAsync(single, single, { pool }),
  () => gram(single),
  () => inversePositiveDefinite(definite),
  () => timesVector(square, square.values.subarray(0, 24)),
  () => topOfRows(ranked, 5),
  () => squaredDistancesAsync(square, square, { pool }),
  () => sparseTimesDenseAsync(bought, square, { pool }),
  () => topProductsAsync(single, single, 3, { pool }),
  () => rejected(() => multiply(bad, square)),
  () => rejected(() => multiplyAsync(bad, square, { pool })),
  () => rejected(() => multiplyAsync(square, square, { pool, signal: AbortSignal.abort() })),
]

async function rejected(call: () => unknown): Promise<void> {
  try {
    await call()
  } catch {
    return
  }
  throw new Error('many-calls: call must fail, got a result')
}

async function resident(count: number): Promise<number> {
  for (let i = 0; i < count; i++) await calls[i % calls.length]!()
  for (let i = 0; i < 3; i++) {
    globalThis.gc!()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return process.memoryUsage.rss()
}

const before = await resident(3000)
const { size } = pool.engine.arena
const after = await resident(10_000)
console.log(
  JSON.stringify({
    grown: after - before,
    used: pool.engine.arena.used + localEngine().arena.used,
    arenaGrown: pool.engine.arena.size - size,
  }),
)
