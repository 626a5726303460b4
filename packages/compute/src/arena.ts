import { checkInteger } from '@clientele/core'
import { Allocator } from './allocator.js'
import type { GrowableMemory } from './memory.js'
import { BYTES_OF, elementTypeOf, regionOf, type ElementType, type Region, type ViewOf } from './region.js'

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
  private readonly allocator: Allocator

  /** @param shared whether several threads may see the memory (needs `SharedArrayBuffer`) */
  constructor(readonly shared: boolean) {
    this.allocator = new Allocator(shared)
    this.memory = this.allocator.memory
  }

  /** Bytes in use. */
  get used(): number {
    return this.allocator.used
  }

  /** Bytes of the memory as it has grown so far. */
  get size(): number {
    return this.allocator.size
  }

  /**
   * Refuses work that cannot fit, before it starts.
   * @param fn the calling function, named in the error
   * @param bytes what the work will hold at one time
   * @throws RangeError with the bytes needed and available
   * @example engine.arena.require('multiply', 4 * cells)
   */
  require(fn: string, bytes: number): void {
    this.allocator.require(fn, bytes)
  }

  /**
   * Opens a scope: everything allocated in it is given back at once by its `close`. O(free stretches) per region.
   * @param fn the calling function, named in errors
   * @throws RangeError when a region does not fit in what is left of 4 GiB, or the system grants no more memory
   */
  scope(fn = 'arena'): Scope {
    return new ArenaScope(this.allocator, fn)
  }
}

class ArenaScope implements Scope {
  private held: [address: number, bytes: number][] = []

  constructor(
    private readonly allocator: Allocator,
    private readonly fn: string,
  ) {}

  room<T extends ElementType>(type: T, length: number): Region<T> {
    checkInteger(this.fn, 'length', length, { min: 0 })
    const bytes = Math.ceil(Math.max(1, length * BYTES_OF[type]) / ALIGNMENT) * ALIGNMENT
    const address = this.allocator.take(this.fn, bytes)
    this.held.push([address, bytes])
    return regionOf(this.allocator.memory, type, address, length)
  }

  zeros<T extends ElementType>(type: T, length: number): Region<T> {
    const region = this.room(type, length)
    region.view().fill(0)
    return region
  }

  copy<T extends ElementType>(values: ViewOf[T]): Region<T> {
    const region = this.room(elementTypeOf(values), values.length)
    region.view().set(values)
    return region as unknown as Region<T>
  }

  close(): void {
    for (const [address, bytes] of this.held) this.allocator.give(address, bytes)
    this.held = []
  }
}
