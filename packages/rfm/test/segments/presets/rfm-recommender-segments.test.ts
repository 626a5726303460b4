import { expect, test } from 'vitest'
import { checkRules } from '../../../src/segments/check-rules.js'
import {
  rfmRecommenderDisjointSegments,
  rfmRecommenderSegments,
} from '../../../src/segments/presets/rfm-recommender-segments.js'
import { everyScore, namesAt, segmentCount, wrongScores } from './segment-at.js'

/** The conditions of the system in its own order, as it writes them: the first that holds decides. */
function original([r, f, m]: readonly number[]): string {
  if (r! >= 4 && f! >= 4 && m! >= 4) return 'Champions'
  if (f! >= 3 && m! >= 3) return 'Loyal Customers'
  if (r! >= 3 && m! >= 3) return 'Potential Loyalists'
  if (r! >= 4 && f! <= 2) return 'New Customers'
  if (r! <= 2 && f! >= 3 && m! >= 3) return 'At Risk'
  if (r! <= 2 && f! >= 4 && m! >= 4) return 'Cannot Lose Them'
  if (r! <= 2 && f! <= 2 && m! >= 2) return 'Hibernating'
  if (f! >= 3 && m! <= 2) return 'Price Sensitive'
  if (r! >= 2 && r! <= 3 && f! >= 2 && f! <= 3 && m! >= 2 && m! <= 3) return 'Need Attention'
  if (r! <= 2 && f! <= 2 && m! <= 2) return 'Lost'
  return 'Others'
}

test('the first rule that matches decides as the conditions of the system do', () => {
  for (const digits of everyScore(5)) {
    expect(namesAt(rfmRecommenderSegments, digits)[0], digits).toBe(original([...digits].map(Number)))
  }
})

test('At Risk and Cannot Lose Them can never match, because Loyal Customers come before them', () => {
  const { total, disjoint, neverMatch } = checkRules(rfmRecommenderSegments)
  expect([total, disjoint]).toEqual([true, false])
  expect(neverMatch).toEqual([
    { rule: 4, name: 'At Risk', behind: [1] },
    { rule: 5, name: 'Cannot Lose Them', behind: [1] },
  ])
})

test('in the corrected set each combination of scores belongs to exactly one rule, and all eleven segments occur', () => {
  expect(wrongScores(rfmRecommenderDisjointSegments, 5)).toEqual([])
  expect(segmentCount(rfmRecommenderDisjointSegments)).toBe(11)
})

test('the correction takes At Risk and Cannot Lose Them out of Loyal Customers and changes nothing else', () => {
  for (const digits of everyScore(5)) {
    const [r, f, m] = [...digits].map(Number) as [number, number, number]
    const before = original([r, f, m])
    const lapsed = f >= 4 && m >= 4 ? 'Cannot Lose Them' : 'At Risk'
    const expected = before === 'Loyal Customers' && r <= 2 ? lapsed : before
    expect(namesAt(rfmRecommenderDisjointSegments, digits), digits).toEqual([expected])
  }
})
