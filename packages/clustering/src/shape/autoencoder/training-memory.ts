import type { Engine, Region, Scope } from '@clientele/compute'
import type { LayersInMemory } from './pass.js'
import { parametersBetween, type Layout } from './layout.js'

/** Everything that the training of a network reads and writes. */
export interface TrainingMemory extends LayersInMemory {
  readonly engine: Engine
  /** Numbers of a point, without those that fill it up. */
  readonly columns: number
  /** Rows that are trained on; those behind them validate. */
  readonly trainingRows: number
  readonly validationRows: number
  readonly points: Region<'f64'>
  /** Training rows in the order of an epoch. */
  readonly order: Region<'i32'>
  /** Gradient, first and second moments of Adam. */
  readonly moments: readonly [Region<'f64'>, Region<'f64'>, Region<'f64'>]
  /** Powers of both decays of Adam, and the sum of squared errors. */
  readonly state: Region<'f64'>
  /** What validation rows come out as. */
  readonly outputs: Region<'f64'>
}

/**
 * Lays out points and network in memory.
 * @param values scaled rows, those that validate last
 * @throws RangeError when memory does not suffice
 */
export function trainingMemory(
  engine: Engine,
  scope: Scope,
  { widths, padded, curved }: Layout,
  values: Float64Array,
  validationRows: number,
  weights: Float64Array,
): TrainingMemory {
  const rows = values.length / padded[0]!
  const count = parametersBetween(padded, 0, padded.length - 1)
  engine.arena.require('fitAutoencoder', 8 * (values.length + rows + 4 * count + validationRows * padded[0]!))
  return {
    engine,
    columns: widths[0]!,
    trainingRows: rows - validationRows,
    validationRows,
    points: scope.copy(values),
    order: scope.copy(Int32Array.from({ length: rows - validationRows }, (_, row) => row)),
    padded,
    widths: scope.copy(padded),
    curved: scope.copy(curved),
    parameters: scope.copy(weights),
    moments: [scope.zeros('f64', count), scope.zeros('f64', count), scope.zeros('f64', count)],
    state: scope.copy(Float64Array.of(1, 1, 0)),
    outputs: scope.room('f64', validationRows * padded[0]!),
  }
}
