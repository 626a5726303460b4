import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayWidth, printable, shortened } from '../src/printable.js'

test.each([
  ['colours', '\u001b[31mRED\u001b[0m MUG', 'RED MUG'],
  ['cursor moves', 'A\u001b[2J\u001b[1;1HB', 'AB'],
  ['a window title', '\u001b]0;owned\u0007MUG', 'MUG'],
  ['a link', '\u001b]8;;http://x.y\u001b\\MUG\u001b]8;;\u001b\\', 'MUG'],
  ['a device string', '\u001bPq#0;2;0\u001b\\MUG', 'MUG'],
  ['eight-bit commands', '\u009b31mMUG', 'MUG'],
  ['an escape at the end', 'MUG\u001b', 'MUG'],
  ['a command cut off', 'MUG\u001b[3', 'MUG'],
  ['line breaks and tabs', 'BLUE\r\n MUG\tLARGE', 'BLUE MUG LARGE'],
  ['backspaces, bells and nulls', 'M\bU\u0007G\u0000', 'MUG'],
  ['right-to-left overrides and zero-width signs', '\u202egpj.\u200bMUG', 'gpj.MUG'],
  ['space around', '  MUG  ', 'MUG'],
])('%s are taken out', (_, hostile, harmless) => {
  expect(printable(hostile)).toBe(harmless)
})

test('names in other scripts stay as they are', () => {
  for (const name of ['Müsli & Käse', '赤いマグ', 'Кружка', '☕ MUG 50%', 'e\u0301clair'])
    expect(printable(name)).toBe(name)
})

test('whatever comes in, what goes out has no control, moves no cursor and stays on one line', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('\u001b', '[', ']', '0', ';', 'm', 'H', '\u0007', '\\', '\n', '\u009b', 'a', '\u202e'),
  })
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
      expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    }),
  )
})

test('width counts columns: East Asian signs take two, combining marks none', () => {
  expect(displayWidth('MUG')).toBe(3)
  expect(displayWidth('赤いマグ')).toBe(8)
  expect(displayWidth('e\u0301')).toBe(1)
})

test('a short text stays, a long one is cut with an ellipsis', () => {
  expect(shortened('MUG', 3)).toBe('MUG')
  expect(shortened('BLUE MUG', 6)).toBe('BLUE…')
  expect(shortened('赤いマグ', 6)).toBe('赤い…')
})

test('a cut text is never wider than asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, width) => {
      expect(displayWidth(shortened(text, width))).toBeLessThanOrEqual(width)
    }),
  )
})
