import { expect, test } from 'vitest'
import { BLOCK_LINES, lineBlock } from '../../../src/behaviour/facts/line-block.js'

test('a block has room for what is known of each of its lines, each of which may be a run', () => {
  const { start, size, runs, who, first, day, opens } = lineBlock()
  expect([start, size, runs]).toEqual([0, 0, 0])
  for (const list of [who, first, day, opens]) expect(list).toHaveLength(BLOCK_LINES)
})
