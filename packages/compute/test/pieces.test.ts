import { expect, test } from 'vitest'
import { inPieces } from '../src/pieces.js'

test('all elements are done once, in order, a bounded number at a time', () => {
  const pieces: [start: number, end: number][] = []
  const task = inPieces(5_000_000, (start, end) => pieces.push([start, end]))
  for (let block = 0; block < task.blocks; block++) task.runBlock(block)
  expect(pieces[0]![0]).toBe(0)
  expect(pieces.at(-1)![1]).toBe(5_000_000)
  expect(pieces.slice(1).every(([start], i) => start === pieces[i]![1])).toBe(true)
  expect(Math.max(...pieces.map(([start, end]) => end - start))).toBeLessThan(3_000_000)
})

test('nothing has no pieces', () => {
  expect(inPieces(0, () => expect.unreachable()).blocks).toBe(0)
})
