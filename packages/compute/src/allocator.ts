import { FreeList } from './free-list.js'
import { openMemory, PAGE, type GrowableMemory } from './memory.js'

/** The first bytes stay unused, so that no region has address 0. */
const FIRST_ADDRESS = 1024

/** Hands out stretches of one WebAssembly memory, which grows when it is full. */
export class Allocator {
  readonly memory: GrowableMemory
  private readonly mostBytes: number
  private readonly free = new FreeList()
  private end = PAGE

  constructor(shared: boolean) {
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
   * Refuses what cannot fit.
   * @param fn the calling function, named in the error
   */
  require(fn: string, bytes: number): void {
    const available = this.mostBytes - FIRST_ADDRESS - this.used
    if (!(bytes <= available)) {
      throw new RangeError(`${fn}: memory must fit in the ${available} bytes available, got ${bytes} bytes needed`)
    }
  }

  /** The address of so many bytes. */
  take(fn: string, bytes: number): number {
    const place = this.free.take(bytes)
    if (place !== undefined) return place
    this.grow(fn, bytes)
    return this.free.take(bytes)!
  }

  /** Takes them back. */
  give(address: number, bytes: number): void {
    this.free.give(address, bytes)
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
    const added = Math.ceil(Math.max(missing, Math.min(this.end / 8, most)) / PAGE) * PAGE
    try {
      this.memory.grow(added / PAGE)
    } catch {
      throw new RangeError(`${fn}: memory must be granted by the system, got a refusal of ${added} more bytes`)
    }
    this.free.give(this.end, added)
    this.end += added
  }
}
