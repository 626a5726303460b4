/** Rows of numbers, one per product, that are lent and used again: a call inside a call (from `where`) gets others. */
export class ScratchRows {
  private readonly free: Float64Array[] = []

  constructor(private readonly length: number) {}

  /** A row that holds anything. */
  take(): Float64Array {
    return this.free.pop() ?? new Float64Array(this.length)
  }

  /** Takes rows back. */
  give(rows: readonly Float64Array[]): void {
    this.free.push(...rows)
  }
}
