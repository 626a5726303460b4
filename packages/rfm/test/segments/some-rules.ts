import fc from 'fast-check'
import type { SegmentRule } from '../../src/segments/segment-rules.js'

const range = fc.oneof(
  fc.constant('any' as const),
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
)

/** Any rules for three bins, most of them neither total nor disjoint; names repeat. */
export const someRules: fc.Arbitrary<SegmentRule[]> = fc.array(
  fc.record({ name: fc.constantFrom('A', 'B', 'C', '__proto__'), recency: range, frequency: range, monetary: range }),
  { maxLength: 8 },
)
