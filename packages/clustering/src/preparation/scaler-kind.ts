import { checkNumber, rangeError, typeError } from '@clientele/core'
import { columnsToFit, type ColumnChoice, type Features } from './features.js'
import { scaler, type ColumnMaps, type Scaler } from './scaler.js'

/** What every column of a scaler's parameters has besides what was learned about it. */
export interface NamedColumn {
  /** The name of the column in the table; absent when the scaler was fitted on rows without names. */
  readonly name?: string
}

/** What a scaler learned: its kind, and something about each column in order. */
export interface KindParameters<K extends string, C> {
  /** Which transform it is. */
  readonly kind: K
  /** What was learned about each column, in the scaler's order. */
  readonly columns: readonly (C & NamedColumn)[]
}

/** What a learned field is: a number, one above 0, one not below another field, or true or false. */
type FieldRule<C> = 'number' | 'positive' | 'flag' | { readonly atLeast: keyof C & string }

/** A transform that treats each column by itself: all that differs from one kind of scaler to another. */
export interface ScalerKind<K extends string, C> {
  readonly kind: K
  /** The learned fields of a column, and what a value from outside must be. */
  readonly fields: { readonly [F in keyof C]-?: FieldRule<C> }
  readonly transform: (column: C) => (value: number) => number
  readonly invert: (column: C) => (value: number) => number
  /** Where the transform is made for less than all numbers: what a value must be. */
  readonly domain?: { readonly includes: (value: number) => boolean; readonly rule: string }
}

/** Learns about each chosen column, in the name of `fn`. */
export function fitKind<K extends string, C>(
  kind: ScalerKind<K, C>,
  fn: string,
  features: Features,
  options: ColumnChoice | undefined,
  learn: (values: Float64Array) => C,
): Scaler<KindParameters<K, C>> {
  const { names, columns } = columnsInDomain(kind, fn, features, options)
  return scalerOfKind(kind, withNames(names, columns.map(learn)))
}

/** The chosen columns, each cell checked to be one that the transform is made for. */
export function columnsInDomain<K extends string, C>(
  { domain }: ScalerKind<K, C>,
  fn: string,
  features: Features,
  options: ColumnChoice | undefined,
): { readonly names: readonly string[] | undefined; readonly columns: readonly Float64Array[] } {
  const read = columnsToFit(fn, features, options)
  if (domain === undefined) return read
  read.columns.forEach((values, column) => {
    const row = values.findIndex((value) => !domain.includes(value))
    if (row >= 0) throw rangeError(fn, read.cell(column, row), domain.rule, values[row])
  })
  return read
}

/** What was learned about each column, with its name where there are names. */
export function withNames<C>(names: readonly string[] | undefined, learned: readonly C[]): (C & NamedColumn)[] {
  return learned.map((column, at) => ({ ...(names === undefined ? {} : { name: names[at]! }), ...column }))
}

/** The scaler that learned columns make. */
export function scalerOfKind<K extends string, C>(
  kind: ScalerKind<K, C>,
  columns: readonly (C & NamedColumn)[],
): Scaler<KindParameters<K, C>> {
  return scaler({ kind: kind.kind, columns }, mapsOfKind(kind, columns))
}

/** What learned columns do to numbers. */
export function mapsOfKind<C>(kind: ScalerKind<string, C>, columns: readonly (C & NamedColumn)[]): ColumnMaps[] {
  const rule = kind.domain?.rule
  return columns.map((column) => ({
    ...(column.name === undefined ? {} : { name: column.name }),
    transform: {
      map: kind.transform(column),
      rule: (value) => (kind.domain?.includes(value) === false ? rule! : 'be near enough to 0 to be transformed'),
    },
    invert: { map: kind.invert(column), rule: () => 'be a value that transform can give' },
  }))
}

/** Makes a scaler again from parameters, checked in the name of `fn`. */
export function kindFrom<K extends string, C>(
  kind: ScalerKind<K, C>,
  fn: string,
  parameters: KindParameters<K, C>,
): Scaler<KindParameters<K, C>> {
  return scalerOfKind(kind, checkedColumns(kind, fn, 'parameters', parameters))
}

/** A copy of the columns of parameters that may come from anywhere; throws in the name of `fn` when they are damaged. */
export function checkedColumns<C>(
  { kind, fields }: ScalerKind<string, C>,
  fn: string,
  name: string,
  parameters: unknown,
): (C & NamedColumn)[] {
  const given = (parameters ?? {}) as { readonly kind?: unknown; readonly columns?: unknown }
  if (given.kind !== kind) throw rangeError(fn, `${name}.kind`, `be ${JSON.stringify(kind)}`, given.kind)
  const columns = checkNames(fn, `${name}.columns`, given.columns)
  return columns.map((column, at) => {
    const learned = Object.entries<FieldRule<C>>(fields).map(([field, rule]) => {
      checkField(fn, `${name}.columns[${at}].${field}`, rule, column[field], column)
      return [field, column[field]]
    })
    return { ...(column['name'] === undefined ? {} : { name: column['name'] }), ...Object.fromEntries(learned) } as C &
      NamedColumn
  })
}

/** The columns when all have names of their own or none has one. */
export function checkNames(fn: string, name: string, columns: unknown): Record<string, unknown>[] {
  if (!Array.isArray(columns) || columns.length === 0) throw typeError(fn, name, 'be a list of columns', columns)
  const names = columns.map((column) => (column as { name?: unknown } | null)?.name)
  names.forEach((each, at) => {
    const allowed = names[0] === undefined ? each === undefined : typeof each === 'string' && names.indexOf(each) === at
    if (!allowed) throw rangeError(fn, `${name}[${at}].name`, 'be a name of its own, or absent in all columns', each)
  })
  return columns.map((column) => (column ?? {}) as Record<string, unknown>)
}

function checkField<C>(
  fn: string,
  name: string,
  rule: FieldRule<C>,
  value: unknown,
  column: Record<string, unknown>,
): void {
  if (rule === 'flag') {
    if (typeof value !== 'boolean') throw typeError(fn, name, 'be true or false', value)
    return
  }
  checkNumber(fn, name, value)
  if (rule === 'positive' && value <= 0) throw rangeError(fn, name, 'be above 0', value)
  if (typeof rule === 'object') checkNumber(fn, name, value, { min: column[rule.atLeast] as number })
}
