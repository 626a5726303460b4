/**
 * Decodes small integers from Parquet's hybrid of runs and packed bits: definition levels and codes into a dictionary.
 *
 * A run longer than what is left to fill is cut; O(count).
 * @param start where the encoded bytes begin in `bytes`
 * @param end where they end
 * @param width bits of an integer, 0 to 32
 * @returns `count` integers
 * @throws Error when the bytes end before
 * @see https://parquet.apache.org/docs/file-format/data-pages/encodings/#RLE
 */
export function decodeRuns(bytes: Uint8Array, start: number, end: number, width: number, count: number): Int32Array {
  if (width > 32) throw new Error(`integers of ${width} bits`)
  const values = new Int32Array(count)
  if (width === 0) return values
  let at = start
  let filled = 0
  while (filled < count) {
    let header = 0
    for (let shift = 0; ; shift += 7) {
      if (at >= end || shift > 28) throw new Error('runs cut off')
      const next = bytes[at++]!
      header |= (next & 0x7f) << shift
      if (next < 0x80) break
    }
    const isPacked = (header & 1) === 1
    const length = Math.min(isPacked ? (header >>> 1) * 8 : header >>> 1, count - filled)
    const size = isPacked ? Math.ceil((length * width) / 8) : (width + 7) >> 3
    if (size > end - at) throw new Error('runs cut off')
    if (isPacked) unpack(bytes, at, width, values, filled, length)
    else values.fill(littleEndian(bytes, at, size), filled, filled + length)
    at += size
    filled += length
  }
  return values
}

/** Integers of `width` bits one after another, the lowest bits of a byte first. */
function unpack(bytes: Uint8Array, start: number, width: number, into: Int32Array, from: number, count: number): void {
  if (width > 24) return unpackWide(bytes, start, width, into, from, count)
  const mask = (1 << width) - 1
  for (let i = 0, bit = 0; i < count; i++, bit += width) {
    const at = start + (bit >>> 3)
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    into[from + i] = (word >>> (bit & 7)) & mask
  }
}

/** The same where an integer and its shift may need more than the 32 bits that bitwise operators have. */
function unpackWide(
  bytes: Uint8Array,
  start: number,
  width: number,
  into: Int32Array,
  from: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const bit = i * width
    let word = 0
    for (let b = 4; b >= 0; b--) word = word * 256 + (bytes[start + Math.floor(bit / 8) + b] ?? 0)
    into[from + i] = Math.floor(word / 2 ** (bit % 8)) % 2 ** width
  }
}

function littleEndian(bytes: Uint8Array, at: number, size: number): number {
  let value = 0
  for (let i = 0; i < size; i++) value |= bytes[at + i]! << (8 * i)
  return value
}
