import { openPool } from '@clientele/compute'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { cases } from '../cases.js'
import { digest } from '../digest.js'
import { copyingPool, twinPool } from '../pools.js'

const isolated = globalThis.crossOriginIsolated
const inNode = inject('digests')

test('a pool shares memory where the page is cross-origin isolated, and has one worker where it is not', async () => {
  const pool = openPool({ workers: 3 })
  expect(pool.engine.shared).toBe(isolated)
  expect(pool.workers).toBe(isolated ? 3 : 1)
  await pool.close()
})

describe.each([
  ['inline', undefined],
  ['2 workers', openPool({ workers: 2 })],
  ['7 workers', openPool({ workers: 7 })],
  ['a worker that is sent copies', copyingPool()],
  ['the twins', twinPool()],
])(`${isolated ? 'isolated' : 'not isolated'}, %s`, (_, pool) => {
  afterAll(() => pool?.close())

  test.each(cases)('$title gives the bits that it gives in Node', async ({ title, inline, pooled }) => {
    expect(digest(pool === undefined ? inline() : await pooled({ pool }))).toBe(inNode[title])
  })
})
