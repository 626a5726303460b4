import type { Id, Transactions } from '@clientele/core'
import type { EvaluationProtocol, EvaluationSplit } from './evaluation.js'

/** Counted up whenever a definition changes, so that figures of before and after are not compared. */
export const DEFINITIONS = 1

/**
 * A short text that two evaluations share only if they judged by the same orders, split and protocol. O(lines).
 *
 * Intervals are no part of it: neither how many resamples nor how sure. A hash, not a proof.
 */
export function evaluationFingerprint(
  { train, test, at, foldIn }: EvaluationSplit,
  protocol: EvaluationProtocol,
): string {
  const { k, repurchases, population, flavor, gains, candidates, negatives, seed } = protocol
  const settings = [protocol.definitions, at ?? null, k, repurchases, population, flavor, gains, candidates ?? null]
  const hash = new Hash()
  hash.text(JSON.stringify([...settings, negatives ?? null, seed]))
  addOrders(hash, train)
  addOrders(hash, test)
  if (foldIn !== undefined) {
    hash.text(`fold-in by ${protocol.foldInValue}`)
    addOrders(hash, foldIn)
  }
  return hash.digest()
}

/** A short text that hardly two texts share. O(length). */
export function textFingerprint(text: string): string {
  const hash = new Hash()
  hash.text(text)
  return hash.digest()
}

function addOrders(hash: Hash, { customers, customer, products, product, time, amount, quantity }: Transactions): void {
  addIds(hash, customers.ids)
  addIds(hash, products?.ids ?? [])
  hash.numbers(customer)
  if (product !== undefined) hash.numbers(product)
  hash.numbers(time)
  hash.numbers(amount)
  if (quantity !== undefined) hash.numbers(quantity)
}

function addIds(hash: Hash, ids: readonly Id[]): void {
  hash.text(JSON.stringify(ids))
}

/** Two 32-bit hashes of the FNV-1a kind side by side. */
class Hash {
  private a = 0x811c9dc5
  private b = 0x9747b28c

  private add(word: number): void {
    this.a = Math.imul(this.a ^ word, 0x01000193)
    this.b = Math.imul(this.b ^ (word >>> 15) ^ (word << 7), 0x85ebca6b)
    // Multiplication carries upwards only: the high bits are brought down.
    this.b ^= this.b >>> 13
    this.a ^= this.a >>> 16
  }

  text(text: string): void {
    this.add(text.length)
    for (let i = 0; i < text.length; i++) this.add(text.charCodeAt(i))
  }

  /** As bytes, so that any two different numbers differ. */
  numbers(numbers: Int32Array | Float64Array): void {
    this.add(numbers.length)
    const words = new Int32Array(numbers.buffer, numbers.byteOffset, numbers.byteLength / 4)
    for (let i = 0; i < words.length; i++) this.add(words[i]!)
  }

  digest(): string {
    return [this.a, this.b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
  }
}
