import { isUtf8 } from 'node:buffer'
import { randomInt } from 'node:crypto'
import { DataError } from './data-error.js'
import { decodeWindows1252 } from './windows-1252.js'

/** Borders of texts are kept in 32 bits. */
const MOST_BYTES = 2 ** 32 - 1

/**
 * Distinct byte strings, numbered by first appearance: what turns a column of text into codes without making a string for
 * each cell.
 *
 * `add` is O(length); memory is the distinct bytes plus about 20 bytes for each distinct text.
 */
export class ByteDictionary {
  private bytes = new Uint8Array(1024)
  /** Code → where its bytes end; they begin where those of the code before end. */
  private ends = new Uint32Array(64)
  private hashes = new Int32Array(64)
  private count = 0
  /** Open addressing: code + 1, or 0 where free; at most half full. */
  private slots = new Int32Array(128)
  private last = -1

  /** The code of `source[start..end)`, a new one when it was never seen; -1 for an empty text. */
  add(source: Uint8Array, start: number, end: number): number {
    if (start === end) return -1
    // Rows of one order repeat its number, customer and date: the code before is the likeliest answer.
    if (this.last >= 0 && this.equals(this.last, source, start, end)) return this.last
    const hash = hashOf(source, start, end)
    const mask = this.slots.length - 1
    let slot = hash & mask
    for (let held = this.slots[slot]!; held !== 0; held = this.slots[slot]!) {
      if (this.hashes[held - 1] === hash && this.equals(held - 1, source, start, end)) return (this.last = held - 1)
      slot = (slot + 1) & mask
    }
    this.slots[slot] = this.count + 1
    return (this.last = this.append(source, start, end, hash))
  }

  /** Whether all texts together are valid UTF-8. */
  isUtf8(): boolean {
    return isUtf8(this.bytes.subarray(0, this.used))
  }

  /** The distinct texts in order of their codes. */
  labels(encoding: 'utf-8' | 'windows-1252' = 'utf-8'): string[] {
    const decode = encoding === 'utf-8' ? utf8Decoder(this.bytes) : windowsDecoder(this.bytes)
    const labels = new Array<string>(this.count)
    for (let code = 0, start = 0; code < this.count; code++) {
      const end = this.ends[code]!
      labels[code] = decode(start, end)
      start = end
    }
    return labels
  }

  private get used(): number {
    return this.count === 0 ? 0 : this.ends[this.count - 1]!
  }

  private equals(code: number, source: Uint8Array, start: number, end: number): boolean {
    const begin = code === 0 ? 0 : this.ends[code - 1]!
    const length = end - start
    if (this.ends[code]! - begin !== length) return false
    const { bytes } = this
    for (let i = 0; i < length; i++) if (bytes[begin + i] !== source[start + i]) return false
    return true
  }

  private append(source: Uint8Array, start: number, end: number, hash: number): number {
    const { used, count: code } = this
    if (used + end - start > MOST_BYTES) {
      throw new DataError(
        'readTable',
        'file',
        `hold at most ${MOST_BYTES} bytes of distinct text in a column`,
        used + end - start,
      )
    }
    if (used + end - start > this.bytes.length) this.bytes = grown(this.bytes, used + end - start)
    for (let i = start; i < end; i++) this.bytes[used + i - start] = source[i]!
    if (code === this.ends.length) {
      this.ends = grown(this.ends, code + 1)
      this.hashes = grown(this.hashes, code + 1)
    }
    this.ends[code] = used + end - start
    this.hashes[code] = hash
    this.count++
    if (this.count * 2 > this.slots.length) this.rehash()
    return code
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2)
    const mask = slots.length - 1
    for (let code = 0; code < this.count; code++) {
      let slot = this.hashes[code]! & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = code + 1
    }
    this.slots = slots
  }
}

/** A copy with room for at least `needed` elements, at least twice as many as before. */
export function grown<A extends Uint8Array | Uint32Array | Int32Array | Float64Array>(array: A, needed: number): A {
  const larger = new (array.constructor as new (length: number) => A)(Math.max(needed, array.length * 2))
  larger.set(array)
  return larger
}

/** Where hashes start, different in each process, so that no file can be made whose texts all share one slot. */
const HASH_START = randomInt(2 ** 32) | 0

/** FNV-1a, then a mix that carries the high bits into the low ones, which choose the slot. */
function hashOf(source: Uint8Array, start: number, end: number): number {
  let hash = HASH_START
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ source[i]!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}

type Decoder = (start: number, end: number) => string

function utf8Decoder(bytes: Uint8Array): Decoder {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return (start, end) => buffer.toString('utf8', start, end)
}

function windowsDecoder(bytes: Uint8Array): Decoder {
  return (start, end) => decodeWindows1252(bytes.subarray(start, end))
}
