import { checkInteger, rangeError } from './checks.js'

/** The best candidates, best first. */
export interface Ranked {
  /** The index of each candidate. */
  readonly indices: Int32Array
  /** The score of each candidate. */
  readonly scores: Float64Array
}

/**
 * Keeps the k best of a stream of candidates in a heap whose root is the worst kept.
 *
 * Higher scores rank first and equal scores rank by the lower index, whatever the order of arrival, so the answer is the
 * same for any way of splitting the work. `push` is O(log k) when a candidate is kept and O(1) when it is not.
 * @example
 * const best = new TopK(2)
 * best.push(7, 0.5)
 * best.push(3, 0.9)
 * best.push(1, 0.5)
 * best.drain() // indices [3, 1], scores [0.9, 0.5]
 */
export class TopK {
  private readonly indices: Int32Array
  private readonly scores: Float64Array
  private size = 0

  /**
   * An empty heap; memory for `k` candidates is taken at once.
   * @param k how many to keep
   * @throws RangeError when `k` is not an integer of at least 0
   */
  constructor(private readonly k: number) {
    checkInteger('TopK', 'k', k, { min: 0 })
    this.indices = new Int32Array(k)
    this.scores = new Float64Array(k)
  }

  /**
   * Offers a candidate.
   * @param index an integer that fits 32 bits; offered once only
   * @param score any number but NaN; -Infinity ranks last
   * @throws RangeError when the score is NaN, which has no rank
   */
  push(index: number, score: number): void {
    if (Number.isNaN(score)) throw rangeError('topK', `scores[${index}]`, 'be a number', score)
    if (this.size < this.k) {
      this.indices[this.size] = index
      this.scores[this.size] = score
      this.siftUp(this.size++)
    } else if (this.k > 0 && ranksBefore(score, index, this.scores[0]!, this.indices[0]!)) {
      this.indices[0] = index
      this.scores[0] = score
      this.siftDown(0, this.size)
    }
  }

  /**
   * Who pushes in ascending order of index may leave out what does not score more than this: -Infinity until k are kept,
   * then the lowest score kept.
   */
  get bar(): number {
    if (this.size < this.k) return -Infinity
    return this.k === 0 ? Infinity : this.scores[0]!
  }

  /** The candidates kept, best first; the heap is empty afterwards and can be filled again. */
  drain(): Ranked {
    const count = this.size
    for (let end = count - 1; end > 0; end--) {
      this.swap(0, end)
      this.siftDown(0, end)
    }
    this.size = 0
    return { indices: this.indices.slice(0, count), scores: this.scores.slice(0, count) }
  }

  private siftUp(child: number): void {
    while (child > 0) {
      const parent = (child - 1) >> 1
      if (!this.worse(child, parent)) return
      this.swap(child, parent)
      child = parent
    }
  }

  private siftDown(parent: number, size: number): void {
    for (;;) {
      let worst = parent
      const left = 2 * parent + 1
      if (left < size && this.worse(left, worst)) worst = left
      if (left + 1 < size && this.worse(left + 1, worst)) worst = left + 1
      if (worst === parent) return
      this.swap(parent, worst)
      parent = worst
    }
  }

  private worse(a: number, b: number): boolean {
    return ranksBefore(this.scores[b]!, this.indices[b]!, this.scores[a]!, this.indices[a]!)
  }

  private swap(a: number, b: number): void {
    const index = this.indices[a]!
    const score = this.scores[a]!
    this.indices[a] = this.indices[b]!
    this.scores[a] = this.scores[b]!
    this.indices[b] = index
    this.scores[b] = score
  }
}

/**
 * The tie rule of every ranking: the higher score first, then the lower index.
 * @example ranksBefore(0.5, 3, 0.5, 7) // true
 */
export function ranksBefore(score: number, index: number, otherScore: number, otherIndex: number): boolean {
  return score > otherScore || (score === otherScore && index < otherIndex)
}

/**
 * The k highest scores with their indices, best first; equal scores rank by the lower index.
 *
 * O(n log k) time, k of memory.
 * @returns k candidates, or all when there are fewer
 * @throws RangeError when `k` is not an integer of at least 0, or a score is NaN
 * @example topK([0.1, 0.9, 0.9], 2).indices // Int32Array [1, 2]
 */
export function topK(scores: ArrayLike<number>, k: number): Ranked {
  checkInteger('topK', 'k', k, { min: 0 })
  const best = new TopK(Math.min(k, scores.length))
  for (let i = 0; i < scores.length; i++) best.push(i, scores[i]!)
  return best.drain()
}
