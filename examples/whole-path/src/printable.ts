/** Whole terminal commands (colours, cursor, window title, links), so that no half of one stays behind as text. */
const TERMINAL_COMMAND =
  // eslint-disable-next-line no-control-regex -- these are what must not reach a terminal
  /[\u001b\u009b](?:\][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|[PX^_][^\u001b\u009c]*(?:\u001b\\|\u009c)?|[[\]()#;?]*[0-9;:?]*[ -/]*[@-~]?)/g

/** Everything else that moves a cursor or hides and reorders text: controls, formats such as right-to-left overrides, lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Text of a file as one harmless line: names of products come from outside and are printed on somebody's terminal. */
export function printable(text: string): string {
  return text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(TERMINAL_COMMAND, '')
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ')
    .trim()
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Extended_Pictographic}]/u
const MARK = /\p{M}/u

/** How many columns of a terminal a text takes: East Asian signs and pictographs two, combining marks none. */
export function displayWidth(text: string): number {
  let width = 0
  for (const sign of text) width += MARK.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1
  return width
}

/** The text cut to at most `width` columns; where something is missing it ends in "…". */
export function shortened(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let used = 1
  for (const sign of text) {
    used += displayWidth(sign)
    if (used > width) break
    kept += sign
  }
  return `${kept.trimEnd()}…`
}
