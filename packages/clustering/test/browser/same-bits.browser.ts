import { openPool } from '@clientele/compute'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { digest } from '../../../compute/test/digest.js'
import { cases } from '../cases.js'

const inNode = inject('clusteringDigests')

describe.each([
  ['inline', undefined],
  ['3 workers', openPool({ workers: 3 })],
])('%s', (_, pool) => {
  afterAll(() => pool?.close())

  test.each(cases)('$title gives the bits that it gives in Node', async ({ title, inline, pooled }) => {
    expect(digest(pool === undefined ? inline() : await pooled({ pool }))).toBe(inNode[title])
  })
})
