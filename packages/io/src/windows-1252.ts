/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on; five of them are left as they are. */
const SPECIAL = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/**
 * Text of bytes in Windows-1252, the encoding of Western Excel. O(length).
 *
 * Node's `TextDecoder` takes it for Latin-1 and loses the euro sign, dashes and curved quotes (as of Node 20).
 * @see https://encoding.spec.whatwg.org/#legacy-single-byte-encodings
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin1.replace(/[\x80-\x9f]/g, (control) => SPECIAL[control.charCodeAt(0) - 0x80]!)
}
