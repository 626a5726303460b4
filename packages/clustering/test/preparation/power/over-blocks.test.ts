import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { Pace } from '../../../src/pace.js'
import { overBlocks } from '../../../src/preparation/power/over-blocks.js'

test('every value is in one block, in order', () => {
  const blocks: [number, number][] = []
  run(overBlocks(40_000, new Pace(), (start, end) => void blocks.push([start, end])))
  expect(blocks).toEqual([
    [0, 16_384],
    [16_384, 32_768],
    [32_768, 40_000],
  ])
})

test('little work is done at once, much gives the thread back', () => {
  const pauses = (length: number) => [...overBlocks(length, new Pace(), () => undefined)].length
  expect(pauses(1000)).toBe(0)
  expect(pauses(1_000_000)).toBeGreaterThan(10)
})
