import type { SchemaElement, TimeUnit } from 'hyparquet'

/** How a number or a time is read from the bytes of one value. */
export interface NumberReader {
  readonly kind: 'number' | 'time'
  /** For times: whether the file stores clock time without a zone. */
  readonly local: boolean
  /** The value that begins at `at` and takes `width` bytes: a number, or epoch milliseconds. */
  readonly read: (view: DataView, at: number, width: number) => number
}

const DAY = 86_400_000

/** How values of a type are read as numbers or times; `undefined` for text and other types. */
export function numberReader(element: SchemaElement): NumberReader | undefined {
  const { type, converted_type, logical_type } = element
  if (type === 'INT96') return { kind: 'time', local: false, read: readInt96Time }
  if (converted_type === 'DATE' || logical_type?.type === 'DATE') {
    return { kind: 'time', local: true, read: (view, at) => view.getInt32(at, true) * DAY }
  }
  const unit = unitOf(element)
  if (unit !== undefined && type === 'INT64') {
    const local = logical_type?.type === 'TIMESTAMP' && !logical_type.isAdjustedToUTC
    return { kind: 'time', local, read: TIMES[unit] }
  }
  const read = plainNumber(element)
  if (read === undefined) return undefined
  if (converted_type !== 'DECIMAL' && logical_type?.type !== 'DECIMAL') return { kind: 'number', local: false, read }
  // Divided, not multiplied with 0.01: the quotient is the double nearest to the decimal.
  const divisor = 10 ** (element.scale ?? (logical_type?.type === 'DECIMAL' ? logical_type.scale : 0))
  return { kind: 'number', local: false, read: (view, at, width) => read(view, at, width) / divisor }
}

function unitOf({ converted_type, logical_type }: SchemaElement): TimeUnit | undefined {
  if (logical_type?.type === 'TIMESTAMP') return logical_type.unit
  if (converted_type === 'TIMESTAMP_MILLIS') return 'MILLIS'
  return converted_type === 'TIMESTAMP_MICROS' ? 'MICROS' : undefined
}

/** Epoch milliseconds of each unit; what is finer is cut off. */
const TIMES: Record<TimeUnit, NumberReader['read']> = {
  MILLIS: (view, at) => roughInt64(view, at),
  MICROS: (view, at) => Math.floor(roughInt64(view, at) / 1000),
  // Nanoseconds do not fit into 53 bits.
  NANOS: (view, at) => Number(view.getBigInt64(at, true) / 1_000_000n),
}

function plainNumber({ type, converted_type, logical_type }: SchemaElement): NumberReader['read'] | undefined {
  const isUnsigned =
    converted_type?.startsWith('UINT_') === true || (logical_type?.type === 'INTEGER' && !logical_type.isSigned)
  const isDecimal = converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL'
  switch (type) {
    case 'INT32':
      return isUnsigned ? (view, at) => view.getUint32(at, true) : (view, at) => view.getInt32(at, true)
    case 'INT64':
      return isUnsigned ? (view, at) => exact(view.getBigUint64(at, true)) : readInt64
    case 'FLOAT':
      return (view, at) => view.getFloat32(at, true)
    case 'DOUBLE':
      return (view, at) => view.getFloat64(at, true)
    case 'BYTE_ARRAY':
    case 'FIXED_LEN_BYTE_ARRAY':
      return isDecimal ? readBigEndian : undefined
    default:
      return undefined
  }
}

function readInt64(view: DataView, at: number): number {
  const value = roughInt64(view, at)
  return Number.isSafeInteger(value) ? value : exact(view.getBigInt64(at, true))
}

/** A 64-bit integer without the detour over a BigInt: exact up to 2^53, beyond rounded. */
function roughInt64(view: DataView, at: number): number {
  return view.getInt32(at + 4, true) * 2 ** 32 + view.getUint32(at, true)
}

function exact(value: bigint): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new Error(`integer ${value}: beyond 2^53 store text`)
  return number
}

/** A whole number in two's complement, the highest byte first, of any length. */
function readBigEndian(view: DataView, at: number, width: number): number {
  let value = width === 0 ? 0 : view.getInt8(at)
  for (let i = 1; i < width; i++) value = value * 256 + view.getUint8(at + i)
  return value
}

/** Nanoseconds of the day in 8 bytes, then the Julian day in 4; day 2,440,588 is 1970-01-01. */
function readInt96Time(view: DataView, at: number): number {
  const day = view.getInt32(at + 8, true) - 2_440_588
  return day * DAY + Math.floor(roughInt64(view, at) / 1_000_000)
}
