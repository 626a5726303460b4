import { localEngine } from '@clientele/compute'
import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import type { BlockMaker, RecommendationBlock } from '../../src/bulk/blocks.js'
import { filledUp } from '../../src/bulk/filled-up.js'
import type { Choice } from '../../src/tiers/choices.js'

const block: RecommendationBlock = {
  start: 4,
  offsets: Int32Array.of(0, 2, 3, 5),
  items: Int32Array.of(7, 8, 9, 1, 2),
  scores: Float64Array.of(5, 4, 3, 2, 1),
  sources: Uint8Array.of(0, 0, 0, 0, 0),
  sourceNames: ['model'],
}
const maker: BlockMaker = {
  rows: 3,
  *make() {
    yield { stage: 'recommend', done: 0, total: 3 }
    return block
  },
}
const made = (does: (number: number, items: Int32Array) => boolean, listAt: (number: number) => Choice[]) =>
  run(filledUp(maker, does, listAt).make(localEngine(), 4, 3))

test('lists that do not do are made again, the others stay', () => {
  const asked: [number, number[]][] = []
  const again = made(
    (number, items) => asked.push([number, [...items]]) > 0 && items.length === 2,
    (number) => [
      { position: 9, score: 3, source: 'model', tier: 0 },
      { position: number, score: 60, source: 'fallback', tier: 1 },
    ],
  )
  expect(asked).toEqual([
    [4, [7, 8]],
    [5, [9]],
    [6, [1, 2]],
  ])
  expect(again).toEqual({
    start: 4,
    offsets: Int32Array.of(0, 2, 4, 6),
    items: Int32Array.of(7, 8, 9, 5, 1, 2),
    scores: Float64Array.of(5, 4, 3, 60, 2, 1),
    sources: Uint8Array.of(0, 0, 0, 1, 0, 0),
    sourceNames: ['model', 'fallback'],
  })
})

test('a block whose lists all do is handed on as it is', () => {
  expect(
    made(
      () => true,
      () => [],
    ),
  ).toBe(block)
})
