import { expect, test } from 'vitest'
import { openPair, savePair } from '../../src/files/pair-file.js'

const saves = (...bytes: number[]) => ({ save: () => Uint8Array.from(bytes) })

test('two files come back as they were', () => {
  const pair = savePair('both', saves(1, 2, 3), saves(4))
  expect(openPair('loadBoth', 'both', pair)).toEqual([Uint8Array.of(1, 2, 3), Uint8Array.of(4)])
})

test('another kind of file is refused', () => {
  expect(() => openPair('loadBoth', 'both', savePair('other', saves(1), saves(2)))).toThrow(
    'loadBoth: bytes must be a model of kind "both", got "other"',
  )
})
