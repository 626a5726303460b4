import { expect, test } from 'vitest'
import { BLOCK_LINES, lineBlock } from '../../../src/behaviour/facts/line-block.js'

test('a block has room for what is known of each of its lines', () => {
  const { start, size, who, day, opens } = lineBlock()
  expect([start, size]).toEqual([0, 0])
  expect([who.length, day.length, opens.length]).toEqual([BLOCK_LINES, BLOCK_LINES, BLOCK_LINES])
})
