/** The mark between the whole and the broken part of a number. */
export type DecimalMark = '.' | ','

/**
 * The number that a text spells, or `undefined` when it spells none: digits with an optional sign, decimal mark and exponent.
 * The other mark may group thousands where the decimal mark follows ("1,234.50"); without it "1,234" is refused, because it
 * could be either. Blanks around are ignored; money signs, infinities and other bases are refused. O(length).
 * @example
 * parseNumber('2.55') // 2.55
 * parseNumber('1.234,50', ',') // 1234.5
 */
export function parseNumber(text: string, decimal: DecimalMark = '.'): number | undefined {
  const trimmed = text.trim()
  const grouped = decimal === '.' ? /^[+-]?\d{1,3}(,\d{3})+\.\d+$/ : /^[+-]?\d{1,3}(\.\d{3})+,\d+$/
  const ungrouped = grouped.test(trimmed) ? trimmed.replaceAll(decimal === '.' ? ',' : '.', '') : trimmed
  if (decimal === ',' && ungrouped.includes('.')) return undefined
  const plain = decimal === ',' ? ungrouped.replace(',', '.') : ungrouped
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain)) return undefined
  const number = Number(plain)
  return Number.isFinite(number) ? number : undefined
}

const MISSING = new Set(['', 'NA', 'N/A', '#N/A', 'NaN', 'nan', 'NULL', 'null', 'None', '\\N'])

/** Whether a text is how spreadsheets, databases, R and Python write that there is no value. */
export function isMissingText(text: string): boolean {
  return MISSING.has(text.trim())
}
