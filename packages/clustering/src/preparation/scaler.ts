import { dense, rangeError, type Dense, type DenseInput, type FeatureTable, type Id } from '@clientele/core'
import { columnsOfTable, isTable, type Features } from './features.js'

/** Numbers to numbers of the same shape. */
export interface Rescale {
  /** Rows with one number for each of the scaler's columns, in its order: later customers, or centroids. */
  (points: DenseInput): Dense
  /** A table with the scaler's columns replaced; the others and the ids stay as they are. */
  <I extends Id>(table: FeatureTable<I>): FeatureTable<I>
  /** Either. */
  (features: Features): Features
}

/**
 * Features on another scale, as learned once from some customers: an immutable object that treats every later customer the
 * same way.
 */
export interface Scaler<P> {
  /**
   * What was learned, as plain frozen data that survives `structuredClone` and JSON. `standardFrom` and its kin make the
   * scaler again.
   */
  readonly parameters: P
  /**
   * Onto the scale. O(cells) time and memory; the input is not changed.
   * @throws RangeError for a cell that is not finite or that the transform is not made for, named; for rows with another
   * number of columns, or a table without a column that the scaler needs
   */
  readonly transform: Rescale
  /** Back to the units of the data, centroids for example. Errors as for `transform`. */
  readonly invert: Rescale
}

/** One number onto another; what is not finite has no place on the other side. */
export interface NumberMap {
  readonly map: (value: number) => number
  /** What a value must do to be mapped, for errors. */
  readonly rule: (value: number) => string
}

/** How a scaler treats one column. */
export interface ColumnMaps {
  readonly name?: string
  readonly transform: NumberMap
  readonly invert: NumberMap
}

/** A scaler from what it learned and what that does to each column. */
export function scaler<P extends object>(parameters: P, columns: readonly ColumnMaps[]): Scaler<P> {
  const rescale = (direction: 'transform' | 'invert') =>
    ((features: Features) =>
      isTable(features) ? mapTable(direction, features, columns) : mapRows(direction, features, columns)) as Rescale
  return Object.freeze({
    parameters: deepFreeze(parameters),
    transform: rescale('transform'),
    invert: rescale('invert'),
  })
}

function mapTable(direction: 'transform' | 'invert', table: FeatureTable, maps: readonly ColumnMaps[]): FeatureTable {
  const fn = `Scaler.${direction}`
  const names = maps.flatMap(({ name }) => name ?? [])
  if (names.length === 0) throw rangeError(fn, 'points', 'be rows, as the scaler was fitted on', table)
  const read = columnsOfTable(fn, table, names)
  const mapped = new Map(
    read.columns.map((values, at) => {
      mapCells(fn, maps[at]![direction], values, 0, 1, (row) => read.cell(at, row))
      return [names[at]!, values]
    }),
  )
  const columns = table.columns.map((column) => {
    const values = mapped.get(column.name)
    return values === undefined ? column : { name: column.name, values }
  })
  return { entity: table.entity, index: table.index, columns }
}

function mapRows(direction: 'transform' | 'invert', points: DenseInput, maps: readonly ColumnMaps[]): Dense {
  const fn = `Scaler.${direction}`
  const { rows, columns, values } = dense(points, fn)
  if (rows > 0 && columns !== maps.length) {
    throw rangeError(fn, 'points.columns', `be ${maps.length}, as the scaler has`, columns)
  }
  const mapped = values.slice()
  maps.forEach((map, at) => mapCells(fn, map[direction], mapped, at, maps.length, (row) => `points[${row}][${at}]`))
  return { rows, columns: maps.length, values: mapped }
}

/** Maps every `stride`-th number from `first` on, in place. */
function mapCells(
  fn: string,
  { map, rule }: NumberMap,
  values: Float64Array,
  first: number,
  stride: number,
  cell: (row: number) => string,
): void {
  for (let at = first; at < values.length; at += stride) {
    const mapped = map(values[at]!)
    if (!Number.isFinite(mapped)) throw rangeError(fn, cell((at - first) / stride), rule(values[at]!), values[at])
    values[at] = mapped
  }
}

function deepFreeze<T extends object>(value: T): T {
  for (const each of Object.values(value)) if (typeof each === 'object' && each !== null) deepFreeze(each as object)
  return Object.freeze(value)
}
