/** The element types that kernels read and write. */
export type ElementType = 'f64' | 'f32' | 'i32' | 'u8'

/** The element types of products and factorisations. */
export type FloatType = 'f32' | 'f64'

/** The typed array of each element type. */
export interface ViewOf {
  /** Double precision. */
  f64: Float64Array
  /** Single precision. */
  f32: Float32Array
  /** Integers of 32 bits. */
  i32: Int32Array
  /** Bytes. */
  u8: Uint8Array
}

/** Bytes of one element of each type. */
export const BYTES_OF: Readonly<Record<ElementType, number>> = { f64: 8, f32: 4, i32: 4, u8: 1 }

/** A stretch of an arena's memory that holds numbers of one type. */
export interface Region<T extends ElementType = ElementType> {
  /** Type of its elements. */
  readonly type: T
  /** Address of the first byte; a multiple of 64 as allocated. */
  readonly address: number
  /** Number of elements. */
  readonly length: number
  /** The numbers, not a copy. Take a new view after anything was allocated or yielded: growth of the memory detaches old ones. */
  view(): ViewOf[T]
  /** The elements from `first` on, as a region of their own. */
  from(first: number): Region<T>
}

/** A region of a memory that is already allocated. */
export function regionOf<T extends ElementType>(
  memory: { readonly buffer: ArrayBufferLike },
  type: T,
  address: number,
  length: number,
): Region<T> {
  return new MemoryRegion(memory, type, address, length)
}

class MemoryRegion<T extends ElementType> implements Region<T> {
  private last: ViewOf[T] | undefined

  constructor(
    private readonly memory: { readonly buffer: ArrayBufferLike },
    readonly type: T,
    readonly address: number,
    readonly length: number,
  ) {}

  view(): ViewOf[T] {
    // Growth of a plain memory detaches its views, whose length is then 0; those of a shared one stay good.
    if (this.last?.length !== this.length) this.last = viewAt(this.memory.buffer, this.type, this.address, this.length)
    return this.last
  }

  from(first: number): Region<T> {
    return regionOf(this.memory, this.type, this.address + first * BYTES_OF[this.type], this.length - first)
  }
}

/** A view of `length` elements at an address of a buffer. */
export function viewAt<T extends ElementType>(
  buffer: ArrayBufferLike,
  type: T,
  address: number,
  length: number,
): ViewOf[T] {
  return construct(buffer, type, address, length) as ViewOf[T]
}

function construct(buffer: ArrayBufferLike, type: ElementType, address: number, length: number) {
  switch (type) {
    case 'f64':
      return new Float64Array(buffer, address, length)
    case 'f32':
      return new Float32Array(buffer, address, length)
    case 'i32':
      return new Int32Array(buffer, address, length)
    case 'u8':
      return new Uint8Array(buffer, address, length)
  }
}

/** The element type of a typed array that a region can hold. */
export function elementTypeOf(values: ViewOf[ElementType]): ElementType {
  if (values instanceof Float64Array) return 'f64'
  if (values instanceof Float32Array) return 'f32'
  if (values instanceof Int32Array) return 'i32'
  return 'u8'
}
