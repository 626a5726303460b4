import { dateParser, type DateParser } from './date-format.js'

const DATES = ['/', '-'].flatMap((mark) =>
  ['D?M?YYYY', 'M?D?YYYY', 'D?M?YY', 'M?D?YY', 'YYYY?M?D'].map((format) => format.replaceAll('?', mark)),
)
/** With dots the day comes first wherever such dates are written. */
const DOTTED = ['D.M.YYYY', 'D.M.YY', 'YYYY.M.D']
const TIMES = ['', ' H:mm', ' H:mm:ss', ' h:mm A', ' h:mm:ss A']
const FORMATS = [...DATES, ...DOTTED].flatMap((date) => TIMES.map((time) => date + time))

/**
 * The formats in which every one of the texts is a real date, out of those that spreadsheets write ("12/1/2010 8:26",
 * "1.12.2010"): none when the texts are something else, two when day and month cannot be told apart.
 *
 * O(texts): all but two or three formats fall at the first text.
 */
export function inferDateFormats(texts: readonly string[], timeZone: string): string[] {
  if (texts.length === 0) return []
  return FORMATS.filter((format) => {
    const parse: DateParser = dateParser('cleanOrders', format, timeZone)
    return texts.every((text) => parse(text) !== undefined)
  })
}
