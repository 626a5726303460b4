/** The first eight bytes of a model file. */
export const MAGIC = Uint8Array.from('CLIENTEL', (sign) => sign.charCodeAt(0))

/** The version of the format; a reader refuses any other. */
export const FORMAT_VERSION = 1

/** Bytes before the description: magic, format version, checksum, length of the description, size of the file. */
export const HEADER_BYTES = 32

/** The checksum is of everything from here on. */
export const CHECKED_FROM = 16

/** The longest description: settings and names. Nothing else of a file is taken apart into objects, which are larger than its bytes. */
export const MOST_DESCRIPTION_BYTES = 2 ** 20

/** Arrays begin at multiples of this, so that every element type is aligned. */
export const ALIGNMENT = 8

/** Where each field of the header lies; numbers are little-endian. */
export const AT = { version: 8, checksum: 12, description: 16, size: 24 } as const

/** The typed array of each element type that a file can hold. */
export interface ArrayOf {
  /** Unsigned bytes. */
  u8: Uint8Array
  /** Unsigned 16-bit integers. */
  u16: Uint16Array
  /** Signed 32-bit integers. */
  i32: Int32Array
  /** Unsigned 32-bit integers. */
  u32: Uint32Array
  /** 32-bit floating-point numbers. */
  f32: Float32Array
  /** 64-bit floating-point numbers. */
  f64: Float64Array
}

/** The name of an element type. */
export type ElementType = keyof ArrayOf

/** An array as a model file holds it. */
export type ModelArray = ArrayOf[ElementType]

/** What makes an array of each element type. */
export const ELEMENT_TYPES = {
  u8: Uint8Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const

/** What the description says of one array. */
export interface ArrayEntry {
  readonly name: string
  readonly type: ElementType
  readonly length: number
}

/** The next multiple of {@link ALIGNMENT}. */
export function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
}
