import { expect, test } from 'vitest'
import { ScratchRows } from '../../src/tiers/scratch-rows.js'

test('rows that were given back are lent again, two at a time are different', () => {
  const scratch = new ScratchRows(3)
  const [one, other] = [scratch.take(), scratch.take()]
  expect(one).toHaveLength(3)
  expect(other).not.toBe(one)
  scratch.give([one])
  expect(scratch.take()).toBe(one)
})
