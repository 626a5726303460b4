import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteDictionary, grown } from '../src/byte-dictionary.js'
import { bytes } from './bytes.js'

function codesOf(texts: readonly string[]): { codes: number[]; labels: string[] } {
  const dictionary = new ByteDictionary()
  const codes = texts.map((text) => dictionary.add(bytes(text), 0, bytes(text).length))
  return { codes, labels: dictionary.labels() }
}

test('texts are numbered by first appearance and equal texts share a number', () => {
  expect(codesOf(['b', 'a', 'b', 'b', 'ab'])).toEqual({ codes: [0, 1, 0, 0, 2], labels: ['b', 'a', 'ab'] })
})

test('an empty text is no text', () => {
  expect(codesOf(['', 'a', ''])).toEqual({ codes: [-1, 0, -1], labels: ['a'] })
})

test('only the bytes between start and end count', () => {
  const dictionary = new ByteDictionary()
  expect([dictionary.add(bytes('xaby'), 1, 3), dictionary.add(bytes('ab'), 0, 2)]).toEqual([0, 0])
  expect(dictionary.labels()).toEqual(['ab'])
})

test('agrees with a Map on any texts, also where thousands make it grow', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 5 }),
    fc.constantFrom('__proto__', 'constructor', 'ä€😀'),
  )
  fc.assert(
    fc.property(fc.array(text, { maxLength: 300 }), fc.nat(3000), (texts, further) => {
      const all = [...texts, ...Array.from({ length: further }, (_, i) => `text ${i}`)].filter((each) => each !== '')
      const expected = new Map<string, number>()
      for (const each of all) if (!expected.has(each)) expected.set(each, expected.size)
      const { codes, labels } = codesOf(all)
      expect(codes).toEqual(all.map((each) => expected.get(each)))
      expect(labels).toEqual([...expected.keys()])
    }),
    { numRuns: 30 },
  )
})

test('bytes that are not UTF-8 are noticed and can be read as Windows-1252', () => {
  const dictionary = new ByteDictionary()
  dictionary.add(Uint8Array.of(0xa3, 0x35), 0, 2)
  expect(dictionary.isUtf8()).toBe(false)
  expect(dictionary.labels('windows-1252')).toEqual(['£5'])
})

test('a grown array keeps its elements and at least doubles', () => {
  expect(grown(Int32Array.of(1, 2), 3)).toEqual(Int32Array.of(1, 2, 0, 0))
  expect(grown(Float64Array.of(1), 5)).toHaveLength(5)
})
