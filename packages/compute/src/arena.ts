import { checkInteger } from '@clientele/core'
import { FreeList } from './free-list.js'
import { openMemory, PAGE, type GrowableMemory } from './memory.js'
import { BYTES_OF, elementTypeOf, regionOf, type ElementType, type Region, type ViewOf } from './region.js'

/** The first bytes stay unused, so that no region has address 0. */
const FIRST_ADDRESS = 1024
/** Regions begin on cache lines: two workers that write neighbouring regions never share one. */
const ALIGNMENT = 64

/** Memory of one computation. `close` gives all of it back; the regions taken from it must not be used afterwards. */
export interface Scope {
  /** A region whose content is not defined: for results that a kernel writes completely. */
  room<T extends ElementType>(type: T, length: number): Region<T>
  /** A region of zeros. */
  zeros<T extends ElementType>(type: T, length: number): Region<T>
  /** A region that holds a copy of `values`. */
  copy(values: Float64Array): Region<'f64'>
  /** A region that holds a copy of `values`. */
  copy(values: Float32Array): Region<'f32'>
  /** A region that holds a copy of `values`. */
  copy(values: Int32Array): Region<'i32'>
  /** A region that holds a copy of `values`. */
  copy(values: Uint8Array): Region<'u8'>
  /** Gives the memory back; a second call does nothing. */
  close(): void
}

/**
 * The memory that kernels work on: one WebAssembly memory, handed out in regions, grown when it is full and reused when
 * regions come back. It never shrinks (WebAssembly memory cannot), so its size is the most that was in use at one time.
 * @example
 * const scope = engine.arena.scope('norms')
 * try {
 *   const points = scope.copy(values)
 *   // …
 * } finally {
 *   scope.close()
 * }
 */
export class Arena {
  /** The memory itself, for modules that import it. */
  readonly memory: GrowableMemory
  private readonly mostBytes: number
  private readonly free = new FreeList()
  private end = PAGE

  /** @param shared whether several threads may see the memory (needs `SharedArrayBuffer`) */
  constructor(readonly shared: boolean) {
    const { memory, mostBytes } = openMemory(shared)
    this.memory = memory
    this.mostBytes = mostBytes
    this.free.give(FIRST_ADDRESS, PAGE - FIRST_ADDRESS)
  }

  /** Bytes in use. */
  get used(): number {
    return this.end - FIRST_ADDRESS - this.free.total
  }

  /** Bytes of the memory as it has grown so far. */
  get size(): number {
    return this.end
  }

  /**
   * Refuses work that cannot fit, before it starts.
   * @param fn the calling function, named in the error
   * @param bytes what the work will hold at one time
   * @throws RangeError with the bytes needed and available
   * @example engine.arena.require('multiply', 4 * cells)
   */
  require(fn: string, bytes: number): void {
    const available = this.mostBytes - FIRST_ADDRESS - this.used
    if (!(bytes <= available)) {
      throw new RangeError(`${fn}: memory must fit in the ${available} bytes available, got ${bytes} bytes needed`)
    }
  }

  /**
   * Opens a scope: everything allocated in it is given back at once by its `close`. O(free stretches) per region.
   * @param fn the calling function, named in errors
   * @throws RangeError when a region does not fit in what is left of 4 GiB, or the system grants no more memory
   */
  scope(fn = 'arena'): Scope {
    const held: [address: number, bytes: number][] = []
    const room = <T extends ElementType>(type: T, length: number): Region<T> => {
      checkInteger(fn, 'length', length, { min: 0 })
      const bytes = roundUp(Math.max(1, length * BYTES_OF[type]), ALIGNMENT)
      const address = this.allocate(fn, bytes)
      held.push([address, bytes])
      return regionOf(this.memory, type, address, length)
    }
    const copy = (values: ViewOf[ElementType]): Region => {
      const region = room(elementTypeOf(values), values.length)
      region.view().set(values)
      return region
    }
    return {
      room,
      zeros(type, length) {
        const region = room(type, length)
        region.view().fill(0)
        return region
      },
      copy: copy as Scope['copy'],
      close: () => {
        for (const [address, bytes] of held.splice(0)) this.free.give(address, bytes)
      },
    }
  }

  private allocate(fn: string, bytes: number): number {
    const place = this.free.take(bytes)
    if (place !== undefined) return place
    this.grow(fn, bytes)
    return this.free.take(bytes)!
  }

  /** Grows by what is missing, or by an eighth of the memory when that is more, so that growing stays rare. */
  private grow(fn: string, bytes: number): void {
    this.require(fn, bytes)
    const missing = bytes - this.free.freeBefore(this.end)
    const most = this.mostBytes - this.end
    if (missing > most) {
      throw new RangeError(
        `${fn}: memory must fit in one piece in the ${most} bytes available, got ${bytes} bytes needed`,
      )
    }
    const added = roundUp(Math.max(missing, Math.min(this.end / 8, most)), PAGE)
    try {
      this.memory.grow(added / PAGE)
    } catch {
      throw new RangeError(`${fn}: memory must be granted by the system, got a refusal of ${added} more bytes`)
    }
    this.free.give(this.end, added)
    this.end += added
  }
}

function roundUp(value: number, unit: number): number {
  return Math.ceil(value / unit) * unit
}
