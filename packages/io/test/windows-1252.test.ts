import { expect, test } from 'vitest'
import { decodeWindows1252 } from '../src/windows-1252.js'

test('letters, money signs and typographic marks of Western Excel are read', () => {
  expect(decodeWindows1252(Uint8Array.of(0x35, 0x80, 0x20, 0xa3, 0x20, 0x93, 0xfc, 0x94, 0x20, 0x96, 0x9f))).toBe(
    '5€ £ “ü” –Ÿ',
  )
})

test('every byte is one character, and those below 0x80 and from 0xa0 on are those of Latin-1', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const text = decodeWindows1252(all)
  expect(text).toHaveLength(256)
  const plain = (byte: number) => byte < 0x80 || byte >= 0xa0
  expect(
    Array.from(all)
      .filter(plain)
      .every((byte) => text.charCodeAt(byte) === byte),
  ).toBe(true)
  expect(new Set(text).size).toBe(256)
})
