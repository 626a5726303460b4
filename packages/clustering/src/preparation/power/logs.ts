import { compensatedSum, type Steps } from '@clientele/core'
import type { Pace } from '../../pace.js'
import { extent } from '../moments.js'
import { overBlocks } from './over-blocks.js'
import { powerOfLog } from './power-of-log.js'

/** Which logarithm a family of powers is built on. */
export interface SignedLog {
  readonly log: (value: number) => number
  /** Whether the transform of a number below 0 is that of its size with power 2 − λ, mirrored. */
  readonly mirrored: boolean
}

/**
 * A column as its logarithms: a value becomes (e^{λl} − 1) / λ with its l in `up`, or −(e^{(2 − λ)l} − 1) / (2 − λ) with its l in
 * `down`.
 */
export interface Logs {
  readonly up: Float64Array
  readonly down: Float64Array
  /** (Σ up − Σ down) / n. */
  readonly slope: number
  /** Smallest of all logarithms. */
  readonly least: number
  /** Largest of all logarithms. */
  readonly most: number
}

/** The logarithms of a column: one array, `up` from its start, `down` from its end. */
export function* logsOf(values: Float64Array, { log, mirrored }: SignedLog, pace: Pace): Steps<Logs> {
  const logs = new Float64Array(values.length)
  let ups = 0
  let downs = 0
  yield* overBlocks(values.length, pace, (start, end) => {
    for (let i = start; i < end; i++) {
      const value = values[i]!
      if (mirrored && value < 0) logs[logs.length - ++downs] = log(-value)
      else logs[ups++] = log(value)
    }
  })
  return parts(logs, ups)
}

/** Every so many logarithms one, evenly out of both parts. */
export function thinned({ up, down }: Logs, every: number): Logs {
  const ups = Math.ceil(up.length / every)
  const logs = new Float64Array(ups + Math.ceil(down.length / every))
  for (let i = 0; i < logs.length; i++) logs[i] = i < ups ? up[i * every]! : down[(i - ups) * every]!
  return parts(logs, ups)
}

function parts(logs: Float64Array, ups: number): Logs {
  const up = logs.subarray(0, ups)
  const down = logs.subarray(ups)
  return { up, down, slope: (compensatedSum(up) - compensatedSum(down)) / logs.length, ...extent(logs) }
}

/** What the values become: for moments, so in the order of the logarithms. */
export function* transformed({ up, down }: Logs, lambda: number, pace: Pace): Steps<Float64Array> {
  const into = new Float64Array(up.length + down.length)
  yield* overBlocks(up.length, pace, (start, end) => {
    for (let i = start; i < end; i++) into[i] = powerOfLog(up[i]!, lambda)
  })
  yield* overBlocks(down.length, pace, (start, end) => {
    for (let i = start; i < end; i++) into[up.length + i] = -powerOfLog(down[i]!, 2 - lambda)
  })
  return into
}
