const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest
})

/**
 * CRC-32 of bytes (the polynomial of ZIP and PNG): finds every error of up to 32 bits in a row. O(bytes).
 * @see ISO/IEC 13239, "High-level data link control procedures", annex A
 */
export function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (let i = 0; i < bytes.length; i++) rest = (rest >>> 8) ^ TABLE[(rest ^ bytes[i]!) & 255]!
  return ~rest >>> 0
}
