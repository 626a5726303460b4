import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RecommendOptions } from '../../src/index.js'
import { planOf, ruledList } from '../../src/bulk/ruled-lists.js'
import { rulesOf } from '../../src/rules/rules.js'
import { selectBest } from '../../src/select-best.js'
import { listOf } from '../../src/tiers/list-of.js'
import { ScratchRows } from '../../src/tiers/scratch-rows.js'
import { limits } from '../contract-rules.js'
import { standingOf, tierOf } from '../tiers/made-up.js'

const products = { ids: Array.from({ length: 40 }, (_, i) => `p${i}`) }

test('the plan says what each list leaves out, and looks deeper where groups may refuse some', () => {
  const quotas = [
    { tag: 'a', among: ['p0', 'p1'], share: 0.2 },
    { tag: 'b', among: ['p1', 'p2'], share: 0.2 },
  ]
  const rules = rulesOf('f', { n: 5, quotas, exclude: ['p2'] }, products)
  const { lists, depth, refused } = planOf(rules, 40)!
  expect([lists, depth]).toEqual([3, 5])
  expect(Array.from(refused.subarray(0, 4))).toEqual([0b010, 0b000, 255, 0b011])
  const limited = rulesOf('f', { n: 5, maxPerGroup: { max: 1, group: () => 'x' } }, products)
  expect(planOf(limited, 40)).toMatchObject({ lists: 1, depth: 20 })
  expect(planOf({ ...limited, n: 1000 }, 40)).toMatchObject({ depth: 40 })
})

test('more lists than a byte has bits are not planned', () => {
  const quotas = Array.from({ length: 8 }, (_, i) => ({ tag: `${i}`, among: ['p1'], share: 0.1 }))
  expect(planOf(rulesOf('f', { quotas }, products), 40)).toBeUndefined()
  const seven = planOf(rulesOf('f', { quotas: quotas.slice(1) }, products), 40)!
  expect([seven.lists, seven.refused[0], seven.refused[1]]).toEqual([8, 127, 0])
})

test('the list made of the best products is the list made of all scores, or there are too few to say', () => {
  const score = fc.integer({ min: -2, max: 9 })
  let suffices = 0
  const runs = fc.property(
    fc.array(score, { minLength: 40, maxLength: 40 }),
    fc.integer({ min: 1, max: 12 }),
    limits,
    (scores, n, limitsOf) => {
      const options: RecommendOptions<string> = { n, exclude: ['p3'], ...limitsOf(products.ids) }
      const rules = rulesOf('f', options, products)
      const plan = planOf(rules, 40)!
      const best = Array.from({ length: plan.lists }, (_, list) => {
        const allows = (position: number) => (plan.refused[position]! & (1 << list)) === 0
        const found = selectBest(Float64Array.from(scores), 0, { n: plan.depth, allows })
        return { positions: found.indices, scores: found.scores }
      })
      const list = ruledList(rules, plan, 'knn', best)
      if (list === undefined) return
      suffices++
      expect(list).toEqual(listOf(standingOf([tierOf('knn', scores)]), rules, new ScratchRows(40)))
    },
  )
  fc.assert(runs, { numRuns: 300 })
  expect(suffices).toBeGreaterThan(200)
})
