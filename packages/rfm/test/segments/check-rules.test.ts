import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkRules } from '../../src/segments/check-rules.js'
import { everyScore, namesAt } from './presets/segment-at.js'
import { someRules } from './some-rules.js'

const any = { recency: 'any', frequency: 'any', monetary: 'any' } as const

test('proves a set of rules total and disjoint', () => {
  const rules = [
    { ...any, name: 'Recent', recency: [4, 5] as const },
    { ...any, name: 'Away', recency: [1, 3] as const },
  ]
  expect(checkRules(rules)).toEqual({
    total: true,
    disjoint: true,
    combinations: 125,
    uncovered: [],
    overlaps: [],
    neverMatch: [],
  })
})

test('lists what is uncovered, what overlaps and what can never match', () => {
  const rules = [
    { ...any, name: 'Recent', recency: [2, 2] as const },
    { ...any, name: 'Good', recency: [2, 2] as const, monetary: [2, 2] as const },
    { ...any, name: 'Poor', frequency: [1, 1] as const, monetary: [1, 1] as const },
  ]
  expect(checkRules(rules, 2)).toEqual({
    total: false,
    disjoint: false,
    combinations: 8,
    uncovered: ['112', '121', '122'],
    overlaps: [
      { first: 0, second: 1, names: ['Recent', 'Good'], scores: ['212', '222'] },
      { first: 0, second: 2, names: ['Recent', 'Poor'], scores: ['211'] },
    ],
    neverMatch: [{ rule: 1, name: 'Good', behind: [0] }],
  })
})

test('finds what reading the rules for every combination finds', () => {
  fc.assert(
    fc.property(someRules, (rules) => {
      const numbered = rules.map((rule, i) => ({ ...rule, name: `${i}` }))
      const claims = everyScore(3).map((digits) => ({ digits, by: namesAt(numbered, digits).map(Number) }))
      const report = checkRules(rules, 3)
      expect(report.uncovered).toEqual(claims.filter(({ by }) => by.length === 0).map(({ digits }) => digits))
      expect(report.total).toBe(report.uncovered.length === 0)
      expect(report.disjoint).toBe(claims.every(({ by }) => by.length < 2))
      const idle = [...rules.keys()].filter((rule) => claims.every(({ by }) => by[0] !== rule))
      expect(report.neverMatch.map(({ rule }) => rule)).toEqual(idle)
      for (const { first, second, scores } of report.overlaps) {
        const both = claims.filter(({ by }) => by.includes(first) && by.includes(second))
        expect(scores).toEqual(both.map(({ digits }) => digits))
      }
      const pairs = new Set(
        claims.flatMap(({ by }) => by.flatMap((a) => by.filter((b) => b > a).map((b) => `${a},${b}`))),
      )
      expect(report.overlaps.map(({ first, second }) => `${first},${second}`).sort()).toEqual([...pairs].sort())
    }),
  )
})

test('bins may differ between metrics, and two digits are parted by dashes', () => {
  const { combinations, uncovered } = checkRules([{ ...any, name: 'Most', recency: [1, 9] }], {
    recency: 10,
    frequency: 2,
    monetary: 2,
  })
  expect(combinations).toBe(40)
  expect(uncovered).toEqual(['10-1-1', '10-1-2', '10-2-1', '10-2-2'])
})

describe('refuses', () => {
  const refuses = (rules: any, message: string) => expect(() => checkRules(rules)).toThrow(message)

  test('a typo in a metric', () => {
    refuses(
      [{ name: 'Typo', recencey: [1, 2], frequency: 'any', monetary: 'any' }],
      'checkRules: rules[0].recency must be "any" or [lowest, highest], got undefined',
    )
  })

  test('a typo beside the metric that was meant', () => {
    refuses(
      [{ ...any, name: 'Typo', recencey: [1, 2] }],
      'checkRules: a property of rules[0] must be one of "name", "recency", "frequency", "monetary", got "recencey"',
    )
  })

  test('a range outside the bins', () => {
    refuses(
      [{ ...any, name: 'High', frequency: [4, 6] }],
      'checkRules: rules[0].frequency[1] must be between 4 and 5, got 6',
    )
  })
})
