import type { Encoding } from 'hyparquet'
import { deltaBinaryUnpack } from 'hyparquet/src/delta.js'
import { grown } from '../byte-dictionary.js'
import { readerOf } from './plain-layout.js'

/** Texts that share their beginnings may grow to this many bytes in one page. */
const MOST_BYTES = 1 << 28

/** Called with the bytes of each value, in order; they are valid during the call only. */
export type Visit = (bytes: Uint8Array, start: number, end: number) => void

/**
 * Visits values of varying length (text, mostly), however they are encoded.
 * @throws Error when the bytes hold fewer than `count` values, or the encoding is not one for such values
 */
export function eachByteArray(encoding: Encoding, bytes: Uint8Array, count: number, visit: Visit): void {
  if (encoding === 'PLAIN') eachPlain(bytes, count, visit)
  else if (encoding === 'DELTA_LENGTH_BYTE_ARRAY') eachOfLength(bytes, count, visit)
  else if (encoding === 'DELTA_BYTE_ARRAY') eachWithPrefix(bytes, count, visit)
  else throw new Error(`encoding ${encoding} of text`)
}

/** Each value behind its length. */
function eachPlain(bytes: Uint8Array, count: number, visit: Visit): void {
  const { view } = readerOf(bytes)
  let at = 0
  for (let i = 0; i < count; i++) {
    const start = at + 4
    at = start + view.getUint32(at, true)
    if (at > bytes.length) throw new Error('text beyond its page')
    visit(bytes, start, at)
  }
}

/** All lengths, then all values. */
function eachOfLength(bytes: Uint8Array, count: number, visit: Visit): void {
  const reader = readerOf(bytes)
  const lengths = deltas(reader, count)
  let at = reader.offset
  for (let i = 0; i < count; i++) {
    const start = at
    at += lengths[i]!
    if (at < start || at > bytes.length) throw new Error('text beyond its page')
    visit(bytes, start, at)
  }
}

/** How much each value shares with the one before, then what follows that. */
function eachWithPrefix(bytes: Uint8Array, count: number, visit: Visit): void {
  const reader = readerOf(bytes)
  const prefixes = deltas(reader, count)
  const lengths = deltas(reader, count)
  let text = new Uint8Array(256)
  let length = 0
  let at = reader.offset
  for (let i = 0, total = 0; i < count; i++) {
    const prefix = prefixes[i]!
    const suffix = lengths[i]!
    if (prefix < 0 || prefix > length || suffix < 0 || suffix > bytes.length - at)
      throw new Error('text beyond its page')
    length = prefix + suffix
    total += length
    if (total > MOST_BYTES) throw new Error(`texts of more than ${MOST_BYTES} bytes in a page`)
    if (length > text.length) text = grown(text, length)
    text.set(bytes.subarray(at, at + suffix), prefix)
    at += suffix
    visit(text, 0, length)
  }
}

function deltas(reader: { view: DataView; offset: number }, count: number): Int32Array {
  const values = new Int32Array(count)
  if (count > 0) deltaBinaryUnpack(reader, count, values)
  return values
}
