import { idIndex } from '@clientele/core'
import { expect, test } from 'vitest'
import { intoUnion } from '../../src/tiers/in-union.js'
import { standingOf, tierOf } from './made-up.js'

const instead = (position: number) => ({ model: `${position}`, reason: 'no-history' }) as const

test('where the products are the same, a standing stays as it is', () => {
  const standing = standingOf([tierOf('x', [1, 2])], 1)
  expect(intoUnion(idIndex(['a', 'b']), { ids: ['a', 'b'] })(standing)).toBe(standing)
})

test('positions are those of the union, and what the model does not know scores -Infinity', () => {
  const widened = intoUnion(idIndex(['b', 'd']), idIndex(['a', 'b', 'c', 'd']))
  const { seen, tiers } = widened(standingOf([{ ...tierOf('x', [5, 7]), instead }], 1))
  const [tier] = tiers
  const scores = new Float64Array(4)
  tier!.scoreAll(scores)
  expect(seen).toEqual(Int32Array.of(3))
  expect(scores).toEqual(Float64Array.of(-Infinity, 5, -Infinity, 7))
  expect([0, 1, 2, 3].map(tier!.scoreOne)).toEqual(Array.from(scores))
  expect(tier!.explain(3).parts).toMatchObject([{ contribution: 7 }])
  expect(tier!.instead!(3).model).toBe('1')
})
