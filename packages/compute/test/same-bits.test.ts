import { openPool } from '@clientele/compute'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cases } from './cases.js'
import { digest } from './digest.js'
import { copyingPool, twinPool } from './pools.js'

const expected = new Map<string, string>()
beforeAll(() => {
  for (const { title, inline } of cases) expected.set(title, digest(inline()))
})

describe.each([
  ['1 worker', () => openPool({ workers: 1 })],
  ['2 workers', () => openPool({ workers: 2 })],
  ['3 workers', () => openPool({ workers: 3 })],
  ['7 workers', () => openPool({ workers: 7 })],
  ['a worker that is sent copies', () => copyingPool()],
  ['the twins', () => twinPool()],
])('%s', (_, open) => {
  const pool = open()
  afterAll(() => pool.close())

  test.each(cases)('$title gives the bits that it gives inline', async ({ title, pooled }) => {
    expect(digest(await pooled({ pool }))).toBe(expected.get(title))
  })
})

test('different results have different digests', () => {
  const results = new Set(expected.values())
  // Two cases of one number each may give the same.
  expect(results.size).toBeGreaterThan(cases.length - 10)
})
