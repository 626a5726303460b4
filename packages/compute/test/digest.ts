/**
 * A number of 53 bits for all that a result holds, typed arrays byte by byte: equal for equal bits, and for nothing else that
 * a test would meet. Reads objects in the order of their keys.
 */
export function digest(result: unknown): string {
  const mixer = { high: 0xdeadbeef, low: 0x41c6ce57 }
  mix(mixer, result)
  const high =
    Math.imul(mixer.high ^ (mixer.high >>> 16), 2246822507) ^ Math.imul(mixer.low ^ (mixer.low >>> 13), 3266489909)
  const low =
    Math.imul(mixer.low ^ (mixer.low >>> 16), 2246822507) ^ Math.imul(mixer.high ^ (mixer.high >>> 13), 3266489909)
  return (2 ** 32 * (high & 0x1fffff) + (low >>> 0)).toString(16)
}

interface Mixer {
  high: number
  low: number
}

function mix(mixer: Mixer, value: unknown): void {
  if (ArrayBuffer.isView(value)) {
    mixBytes(mixer, new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
  } else if (typeof value === 'number') {
    mixBytes(mixer, new Uint8Array(Float64Array.of(value).buffer))
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) mix(mixer, part)
  } else {
    throw new TypeError(`digest: result must hold numbers and typed arrays, got ${typeof value}`)
  }
}

function mixBytes(mixer: Mixer, bytes: Uint8Array): void {
  for (const byte of bytes) {
    mixer.high = Math.imul(mixer.high ^ byte, 2654435761)
    mixer.low = Math.imul(mixer.low ^ byte, 1597334677)
  }
}
