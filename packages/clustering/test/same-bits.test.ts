import { openPool } from '@clientele/compute'
import { afterAll, describe, expect, test } from 'vitest'
import { digest } from '../../compute/test/digest.js'
import { copyingPool, twinPool } from '../../compute/test/pools.js'
import { cases } from './cases.js'

const expected = new Map(cases.map(({ title, inline }) => [title, digest(inline())]))

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
  expect(new Set(expected.values()).size).toBe(cases.length)
})
