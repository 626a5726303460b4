import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellOf, segmentCells } from '../../src/segments/segment-cells.js'
import type { SegmentRule } from '../../src/segments/segment-rules.js'

const bins = { recency: 2, frequency: 3, monetary: 2 }
const rest: SegmentRule = { name: 'Rest', recency: 'any', frequency: 'any', monetary: 'any' }
const cells = (rules: readonly unknown[], size = bins) => segmentCells('fn', rules as SegmentRule[], size)

test('numbers all combinations without a gap', () => {
  const numbers: number[] = []
  for (const r of [1, 2])
    for (const f of [1, 2, 3])
      for (const m of [1, 2]) numbers.push(cellOf({ recency: r, frequency: f, monetary: m }, bins))
  expect(numbers).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
})

test('the first rule that matches decides', () => {
  const recent: SegmentRule = { name: 'Recent', recency: [2, 2], frequency: 'any', monetary: 'any' }
  expect([...cells([recent, rest]).segment]).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
  expect(new Set(cells([rest, recent]).segment)).toEqual(new Set([0]))
})

test('rules of one name are one segment', () => {
  const rules: SegmentRule[] = [
    { name: 'Often', recency: [2, 2], frequency: [3, 3], monetary: 'any' },
    { name: 'Rich', recency: 'any', frequency: 'any', monetary: [2, 2] },
    { name: 'Often', recency: 'any', frequency: [3, 3], monetary: 'any' },
    rest,
  ]
  const { names, segment } = cells(rules)
  expect(names).toEqual(['Often', 'Rich', 'Rest'])
  expect([...segment]).toEqual([2, 1, 2, 1, 0, 1, 2, 1, 2, 1, 0, 0])
})

test('agrees with looking the rule up for each combination', () => {
  const range = (highest: number) =>
    fc.oneof(
      fc.constant('any' as const),
      fc.tuple(fc.integer({ min: 1, max: highest }), fc.integer({ min: 1, max: highest })).map(([a, b]) => {
        return [Math.min(a, b), Math.max(a, b)] as const
      }),
    )
  const rule = fc.record({ name: fc.string(), recency: range(2), frequency: range(3), monetary: range(2) })
  const within = (given: SegmentRule['recency'], score: number) =>
    given === 'any' || (given[0] <= score && score <= given[1])
  fc.assert(
    fc.property(fc.array(rule), (some) => {
      const rules = [...some, rest]
      const { names, segment } = cells(rules)
      for (const r of [1, 2]) {
        for (const f of [1, 2, 3]) {
          for (const m of [1, 2]) {
            const first = rules.find(
              (each) => within(each.recency, r) && within(each.frequency, f) && within(each.monetary, m),
            )
            expect(names[segment[cellOf({ recency: r, frequency: f, monetary: m }, bins)]!]).toBe(first!.name)
          }
        }
      }
    }),
  )
})

describe('refuses', () => {
  test('rules that leave combinations out, and lists them', () => {
    expect(() => cells([{ ...rest, recency: [2, 2], frequency: [1, 2] }])).toThrow(
      new RangeError(
        'fn: rules must match every combination of scores ' +
          '(none matches 1-1-1, 1-1-2, 1-2-1, 1-2-2, 1-3-1, 1-3-2, 2-3-1, 2-3-2), got an array of 1',
      ),
    )
  })

  test('no rules at all, and spells out the first twenty combinations', () => {
    expect(() => cells([], { recency: 5, frequency: 5, monetary: 5 })).toThrow(
      /1-4-4, 1-4-5 and 105 more\), got an array of 0/,
    )
  })

  test.each([
    [{ ...rest, name: 7 }, 'fn: rules[1].name must be a string, got 7'],
    [null, 'fn: rules[1].name must be a string, got undefined'],
    [
      { name: 'Typo', recencey: [1, 2], frequency: 'any', monetary: 'any' },
      'fn: rules[1].recency must be "any" or [lowest, highest], got undefined',
    ],
    [{ ...rest, monetary: 'all' }, 'fn: rules[1].monetary must be "any" or [lowest, highest], got "all"'],
    [{ ...rest, recency: [0, 2] }, 'fn: rules[1].recency[0] must be between 1 and 2, got 0'],
    [{ ...rest, frequency: [1, 4] }, 'fn: rules[1].frequency[1] must be between 1 and 3, got 4'],
    [{ ...rest, frequency: [3, 2] }, 'fn: rules[1].frequency[1] must be between 3 and 3, got 2'],
    [{ ...rest, frequency: [2] }, 'fn: rules[1].frequency must be "any" or [lowest, highest], got an array of 1'],
  ])('the rule %j', (wrong, message) => {
    expect(() => cells([rest, wrong])).toThrow(message)
  })

  test('anything but a list of rules', () => {
    expect(() => segmentCells('fn', 'classic' as any, bins)).toThrow(
      new TypeError('fn: rules must be an array, got "classic"'),
    )
  })
})
