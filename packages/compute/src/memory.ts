/** Bytes of a page: what memory grows by. */
export const PAGE = 65_536
/** Pages that 32-bit addresses reach: 4 GiB. */
const MOST_PAGES = 65_536

/** The memory of an arena, as far as an arena needs it; a `WebAssembly.Memory` is one. */
export interface GrowableMemory {
  /** Its bytes as they are now. */
  readonly buffer: ArrayBufferLike
  /** Adds pages; buffers that were taken before no longer belong to it. */
  grow(pages: number): number
}

/** A memory of one page, and what it may grow to. */
export interface OpenedMemory {
  readonly memory: GrowableMemory
  readonly mostBytes: number
}

/**
 * Opens a memory.
 *
 * Shared memory reserves the addresses of all it may grow to; a system that has not so many to give is asked for half, and
 * again. Where there is no WebAssembly at all, a plain buffer does for the twins.
 * @param shared whether several threads may see it
 */
export function openMemory(shared: boolean): OpenedMemory {
  if (typeof WebAssembly === 'undefined') return { memory: new PlainMemory(), mostBytes: MOST_PAGES * PAGE }
  if (!shared) return { memory: new WebAssembly.Memory({ initial: 1 }), mostBytes: MOST_PAGES * PAGE }
  for (let maximum = MOST_PAGES; ; maximum /= 2) {
    try {
      return { memory: new WebAssembly.Memory({ initial: 1, maximum, shared }), mostBytes: maximum * PAGE }
    } catch (error) {
      if (maximum === 1) throw error
    }
  }
}

/** Memory without WebAssembly: growing makes a longer buffer. */
class PlainMemory implements GrowableMemory {
  buffer = new ArrayBuffer(PAGE)

  grow(pages: number): number {
    const before = this.buffer.byteLength
    const longer = new ArrayBuffer(before + pages * PAGE)
    new Uint8Array(longer).set(new Uint8Array(this.buffer))
    this.buffer = longer
    return before / PAGE
  }
}
