import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainName } from '../../src/explanations/plain-name.js'

test('names as shops have them stay as they are', () => {
  for (const name of [
    'Blue mug',
    'R&D kit: "50 % off" (2 pcs.), #1!',
    "Kid's T-shirt / größe 38 – 40",
    'Ζώνη, ремень, 皮带, ベルト, حزام',
    '👩‍👧 family mug',
    'x̂ and ñ',
    '$5 + 3 = 8?',
  ]) {
    expect(plainName(name)).toBe(name)
  }
  expect(plainName(42)).toBe('42')
})

test.each([
  // HTML
  ['<b>Blue</b> mug', 'Blue mug'],
  ['<script>alert(1)</script>', 'alert(1)'],
  ['<img src=x onerror=alert(1) ', 'img src=x onerror=alert(1)'],
  ['<<b>script>x', 'script x'],
  ['Tom &amp; Jerry', 'Tom & Jerry'],
  ['&lt;b&gt;mug&#60;&#x3c;&ltscript', 'b mug script'],
  ['&amp;lt;b', '& lt;b'],
  // Markdown
  ['**Sale** _now_ `x` ~~old~~', 'Sale now x old'],
  ['[mug](https://evil.example)', '(mug)( evil.example)'],
  ['![x](javascript:alert(1))', '!(x)(javascript:alert(1))'],
  ['www.evil.example', 'evil.example'],
  ['_www.evil.example', 'evil.example'],
  ['https:\\\\evil.example', 'evil.example'],
  ['write to a@evil.example', 'write to a at evil.example'],
  ['10*15 cm, 4 * 6', '10×15 cm, 4×6'],
  ['a|b\\c', 'a/b/c'],
  ['line one\n# heading\n> quote\r\n- list', 'line one # heading quote - list'],
  // terminals
  ['\u001b[31mred\u001b[0m', 'red'],
  ['\u009b1;31mred', 'red'],
  ['\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007', 'click'],
  ['bell\u0007 back\b\u007f', 'bell back'],
  // direction and invisible signs
  ['mug\u202egpj.exe', 'mug gpj.exe'],
  ['\u2066a\u2069\u200e\u200f\u061cb\ufeff\u00ad', 'a b'],
  ['tag\u{e0041}\u{e0042}', 'tag'],
  ['half \ud800 and \udc00', 'half and'],
  ['two\u2028lines\u2029', 'two lines'],
  [`z${'\u0301'.repeat(50)}algo`, `z${'\u0301'.repeat(4)}algo`],
  // nothing left
  ['<>', ''],
  ['\u001b[31m \u202e', ''],
  ['x'.repeat(100), `${'x'.repeat(79)}…`],
])('%j becomes %j', (name, expected) => {
  expect(plainName(name)).toBe(expected)
})

test('the rest of an endless name is not read', () => {
  expect(plainName('a'.repeat(1e7))).toBe(`${'a'.repeat(79)}…`)
  expect(plainName('<&a['.repeat(1e6))).toHaveLength(80)
})

test('no name whatever brings markup, an address, a second line or a hidden sign', () => {
  const hostile = fc.constantFrom(
    ...[
      '<',
      '>',
      '&',
      ';',
      'lt',
      'amp',
      '#60',
      '[',
      ']',
      '(',
      '*',
      '_',
      '`',
      '~',
      '|',
      '\\',
      'http',
      '://',
      'www',
      '.',
      '@',
    ],
    ...['\u001b', '[31m', '\u009b', '\u0007', '\u202e', '\u2066', '\u200f', '\n', '\u2028', '\ud800', 'a', '1', ' '],
  )
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(hostile, { maxLength: 30 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(name, (given) => {
      const plain = plainName(given)
      expect(plain).not.toMatch(/[<>`*_~[\]|\\]|:\/\/|\bwww\.|&(?:#|lt|gt|quot|[a-z]\w*;)/i)
      expect(plain).not.toMatch(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u)
      expect(Array.from(plain).length).toBeLessThanOrEqual(80)
      expect(plainName(plain)).toBe(plain)
    }),
    { numRuns: 2000 },
  )
})
