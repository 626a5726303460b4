/** Longer names are cut; of much longer ones the rest is not even read. */
const LONGEST = 80
const READ = 2000

/** Escape sequences of terminals, with what they carry: colours, titles, links. */
const TERMINAL =
  // eslint-disable-next-line no-control-regex -- they begin with a control character
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*/g
/** Controls, marks of direction and other invisible signs, halves of characters, private ones; joiners of letters may stay. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu
/** Names of characters in HTML, also those that browsers understand without a semicolon. */
const ENTITY = /&(?:#x?[\da-f]+;?|(?:lt|gt|quot|apos);?|[a-z][a-z\d]*;)/gi
const TAG = /<[^<>]*>/g
/** What begins an address, which many pages turn into a link. */
const ADDRESS = /[a-z\d+.-]{0,20}:\/\/|\bwww\./gi
/** More marks on a letter than any language has cover the lines above and below. */
const PILED = /(\p{M}{4})\p{M}+/gu

/**
 * A name as plain text on one line, whatever it holds: without HTML, Markdown, addresses, escape sequences of terminals, controls and
 * marks that change the direction of writing. Signs that mean something to Markdown are left out or become others that look alike;
 * letters of all languages stay. Cut at 80 characters; empty when nothing is left.
 * @example plainName('<b>Blue</b> [mug](https://evil.example)') // 'Blue (mug)(evil.example)'
 */
export function plainName(name: string | number): string {
  const text = String(name)
    .slice(0, READ)
    .replace(TERMINAL, ' ')
    .replace(INVISIBLE, ' ')
    .replace(/&amp;?/gi, ' & ')
    .replace(ENTITY, ' ')
    .replace(TAG, ' ')
    .replace(/(?<=\d) ?\* ?(?=\d)/g, '×')
    .replace(/[<>`*_~]/g, ' ')
    .replace(/\[/g, '(')
    .replace(/\]/g, ')')
    .replace(/[|\\]/g, '/')
    .replace(ADDRESS, ' ')
    .replace(/(?<=\w)@(?=\w)/g, ' at ')
    .replace(/\s+/g, ' ')
    .replace(PILED, '$1')
    .trim()
  const characters = Array.from(text)
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text
}
