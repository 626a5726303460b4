import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cases } from './cases.js'
import { digest } from './digest.js'
import { everyPool } from './pools.js'

const expected = new Map<string, string>()
beforeAll(() => {
  for (const { title, inline } of cases) expected.set(title, digest(inline()))
})

describe.each(everyPool)('%s', (_, open) => {
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
