const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d

/** Delimiters that are recognised, in the order in which ties are settled. */
const DELIMITERS = [',', ';', '\t', '|'] as const

/**
 * The delimiter of a CSV file: the one that occurs most often, outside quotes, in the first line that is not empty; a comma
 * when none occurs.
 *
 * O(length of the first line).
 * @param start where the text begins
 */
export function detectDelimiter(bytes: Uint8Array, start: number): string {
  const counts = new Int32Array(256)
  let quoted = false
  let at = start
  while (bytes[at] === LF || bytes[at] === CR) at++
  for (; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === QUOTE) quoted = !quoted
    else if (!quoted && (byte === LF || byte === CR)) break
    else if (!quoted) counts[byte]!++
  }
  let best: string = DELIMITERS[0]
  for (const delimiter of DELIMITERS) {
    if (counts[delimiter.charCodeAt(0)]! > counts[best.charCodeAt(0)]!) best = delimiter
  }
  return best
}
