import { expect, test } from 'vitest'
import { Pace } from '../src/pace.js'

test('a yield is due once enough work has come together, then again after as much', () => {
  const pace = new Pace()
  const due = Array.from({ length: 9 }, () => pace.due(300_000))
  expect(due).toEqual([false, false, false, true, false, false, false, true, false])
})
