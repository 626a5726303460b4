import { rangeError, typeError } from '@clientele/core'
import { boxCox, type BoxCoxParameters } from './fit-box-cox.js'
import { log1p, type Log1pParameters } from './fit-log1p.js'
import { minMax, type MinMaxParameters } from './fit-min-max.js'
import { robust, type RobustParameters } from './fit-robust.js'
import { standard, type StandardParameters } from './fit-standard.js'
import { winsorize, type WinsorizeParameters } from './fit-winsorize.js'
import { yeoJohnson, type YeoJohnsonParameters } from './fit-yeo-johnson.js'
import { checkedColumns, checkNames, mapsOfKind, type NamedColumn, type ScalerKind } from './scaler-kind.js'
import type { ColumnMaps, NumberMap } from './scaler.js'

/** What {@link fitChain} learned. */
export interface ChainParameters {
  /** Which transform it is. */
  readonly kind: 'chain'
  /** The columns of the chain, in its order. */
  readonly columns: readonly NamedColumn[]
  /** The parameters of each step, first to last. */
  readonly steps: readonly ScalerParameters[]
}

/** The parameters of any scaler; `kind` says of which. */
export type ScalerParameters =
  | BoxCoxParameters
  | ChainParameters
  | Log1pParameters
  | MinMaxParameters
  | RobustParameters
  | StandardParameters
  | WinsorizeParameters
  | YeoJohnsonParameters

/** Parameters that were checked and copied, and what they do to each column. */
export interface ReadParameters<P extends ScalerParameters = ScalerParameters> {
  readonly parameters: P
  readonly maps: readonly ColumnMaps[]
}

/** All kinds, each of which is only ever given the columns that it has checked itself. */
const KINDS = [boxCox, log1p, minMax, robust, standard, winsorize, yeoJohnson] as unknown as readonly ScalerKind<
  string,
  object
>[]

/** Reads the parameters of any kind; throws in the name of `fn` when they are damaged. */
export function readParameters(fn: string, name: string, given: unknown): ReadParameters {
  const { kind: wanted } = (given ?? {}) as { readonly kind?: unknown }
  if (wanted === 'chain') return readChain(fn, name, given)
  const kind = KINDS.find((each) => each.kind === wanted)
  if (kind === undefined) {
    const known = [...KINDS.map((each) => `"${each.kind}"`), '"chain"'].join(', ')
    throw rangeError(fn, `${name}.kind`, `be one of ${known}`, wanted)
  }
  const columns = checkedColumns(kind, fn, name, given)
  return { parameters: { kind: kind.kind, columns } as ScalerParameters, maps: mapsOfKind(kind, columns) }
}

/** Reads the parameters of a chain; throws in the name of `fn` when they are damaged. */
export function readChain(fn: string, name: string, given: unknown): ReadParameters<ChainParameters> {
  const { kind, columns: givenColumns, steps: givenSteps } = (given ?? {}) as Partial<Record<string, unknown>>
  if (kind !== 'chain') throw rangeError(fn, `${name}.kind`, 'be "chain"', kind)
  const columns: NamedColumn[] = checkNames(fn, `${name}.columns`, givenColumns).map((column) =>
    column['name'] === undefined ? {} : { name: column['name'] as string },
  )
  if (!Array.isArray(givenSteps)) throw typeError(fn, `${name}.steps`, 'be a list of parameters', givenSteps)
  const steps = givenSteps.map((step, at) => {
    const read = readParameters(fn, `${name}.steps[${at}]`, step)
    checkColumns(fn, `${name}.steps[${at}].columns`, read.maps, columns)
    return read
  })
  const maps = columns.map((column, at) =>
    chained(
      column,
      steps.flatMap(({ maps }) => mapOf(maps, column, at)),
    ),
  )
  return { parameters: { kind, columns, steps: steps.map(({ parameters }) => parameters) }, maps }
}

function checkColumns(fn: string, name: string, maps: readonly ColumnMaps[], columns: readonly NamedColumn[]): void {
  if (columns[0]!.name === undefined) {
    if (maps.length === columns.length && maps[0]!.name === undefined) return
    throw rangeError(fn, name, `be ${columns.length} columns without names, as the chain has`, maps.length)
  }
  maps.forEach((map, at) => {
    if (columns.some((column) => column.name === map.name)) return
    throw rangeError(fn, `${name}[${at}].name`, 'be a column of the chain', map.name)
  })
}

/** What a step does to a column: by name, or by place where there are no names; nothing when it is about others. */
function mapOf(maps: readonly ColumnMaps[], { name }: NamedColumn, at: number): readonly ColumnMaps[] {
  return name === undefined ? [maps[at]!] : maps.filter((map) => map.name === name)
}

function chained(column: NamedColumn, maps: readonly ColumnMaps[]): ColumnMaps {
  return {
    ...column,
    transform: oneAfterTheOther(maps.map(({ transform }) => transform)),
    invert: oneAfterTheOther(maps.map(({ invert }) => invert).reverse()),
  }
}

function oneAfterTheOther(maps: readonly NumberMap[]): NumberMap {
  return {
    map(value) {
      let mapped = value
      for (let i = 0; i < maps.length; i++) mapped = maps[i]!.map(mapped)
      return mapped
    },
    rule: (value) => (Number.isFinite(maps[0]!.map(value)) ? 'pass every step of the chain' : maps[0]!.rule(value)),
  }
}
