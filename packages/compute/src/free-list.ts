/** Stretches of memory that are free, ascending and never adjacent. */
export class FreeList {
  private readonly starts: number[] = []
  private readonly sizes: number[] = []

  /**
   * Takes `size` bytes from the smallest stretch that has them, so that long ones stay whole; `undefined` when none has.
   * O(stretches).
   */
  take(size: number): number | undefined {
    const i = this.smallestOf(size)
    if (i === undefined) return undefined
    const start = this.starts[i]!
    if (this.sizes[i] === size) {
      this.starts.splice(i, 1)
      this.sizes.splice(i, 1)
    } else {
      this.starts[i] = start + size
      this.sizes[i]! -= size
    }
    return start
  }

  /** Gives a stretch back and joins it with its free neighbours. O(stretches). */
  give(start: number, size: number): void {
    let i = this.starts.findIndex((other) => other > start)
    if (i < 0) i = this.starts.length
    const joinsBefore = i > 0 && this.starts[i - 1]! + this.sizes[i - 1]! === start
    const joinsAfter = i < this.starts.length && start + size === this.starts[i]
    if (joinsBefore && joinsAfter) {
      this.sizes[i - 1]! += size + this.sizes[i]!
      this.starts.splice(i, 1)
      this.sizes.splice(i, 1)
    } else if (joinsBefore) {
      this.sizes[i - 1]! += size
    } else if (joinsAfter) {
      this.starts[i] = start
      this.sizes[i]! += size
    } else {
      this.starts.splice(i, 0, start)
      this.sizes.splice(i, 0, size)
    }
  }

  /** Bytes free at the very end of memory `end` (they count towards a stretch that growth would make longer). */
  freeBefore(end: number): number {
    const last = this.starts.length - 1
    return last >= 0 && this.starts[last]! + this.sizes[last]! === end ? this.sizes[last]! : 0
  }

  /** Bytes free in all. */
  get total(): number {
    return this.sizes.reduce((sum, size) => sum + size, 0)
  }

  /** The smallest stretch of at least `size` bytes; of equal ones the first. */
  private smallestOf(size: number): number | undefined {
    let best: number | undefined
    this.sizes.forEach((free, i) => {
      if (free >= size && (best === undefined || free < this.sizes[best]!)) best = i
    })
    return best
  }
}
