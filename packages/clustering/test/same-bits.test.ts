import { afterAll, describe, expect, test } from 'vitest'
import { digest } from '../../compute/test/digest.js'
import { everyPool } from '../../compute/test/pools.js'
import { cases } from './cases.js'

const expected = new Map(cases.map(({ title, inline }) => [title, digest(inline())]))

describe.each(everyPool)('%s', (_, open) => {
  const pool = open()
  afterAll(() => pool.close())

  test.each(cases)('$title gives the bits that it gives inline', async ({ title, pooled }) => {
    expect(digest(await pooled({ pool }))).toBe(expected.get(title))
  })
})

test('different results have different digests', () => {
  expect(new Set(expected.values()).size).toBe(cases.length)
})
