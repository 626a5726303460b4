import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkRules } from '../../src/segments/check-rules.js'
import { disjointRules } from '../../src/segments/disjoint-rules.js'
import { everyScore, namesAt } from './presets/segment-at.js'
import { someRules } from './some-rules.js'

test('takes from a rule what an earlier one has', () => {
  const recent = { name: 'Recent', recency: [4, 5], frequency: 'any', monetary: 'any' } as const
  const others = { name: 'Others', recency: 'any', frequency: 'any', monetary: 'any' } as const
  expect(disjointRules([recent, others])).toEqual([recent, { ...others, recency: [1, 3] }])
})

test('every combination keeps its segment, and no two rules claim one', () => {
  fc.assert(
    fc.property(someRules, (rules) => {
      const apart = disjointRules(rules, 3)
      expect(checkRules(apart, 3).disjoint).toBe(true)
      for (const digits of everyScore(3)) {
        expect(namesAt(apart, digits), digits).toEqual(namesAt(rules, digits).slice(0, 1))
      }
    }),
  )
})

test('refuses rules that are none', () => {
  expect(() => disjointRules([{ name: 'Half' } as any])).toThrow(
    'disjointRules: rules[0].recency must be "any" or [lowest, highest], got undefined',
  )
})
