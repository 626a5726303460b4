import { expect, test } from 'vitest'
import { candidatesOf } from '../../src/evaluation/candidates.js'
import { evaluationCases } from '../../src/evaluation/evaluation-cases.js'
import { evaluationProtocol } from '../../src/evaluation/evaluation-protocol.js'
import { splitByTime } from '../../src/splits/split-by-time.js'
import { randomShop } from '../random-shop.js'

const split = splitByTime(randomShop(1), { testDays: 10 })
function candidates(options: Parameters<typeof evaluationProtocol>[1]) {
  const protocol = evaluationProtocol(split, options)
  const cases = evaluationCases(split.train, split.test, protocol)
  return { cases, ...candidatesOf(cases, protocol) }
}

test('all products may be recommended, but those seen', () => {
  const { of, all, count, cases } = candidates({})
  expect(of(0)).toBeUndefined()
  expect(all(0).length).toBe(cases.products.ids.length - cases.seen[0]!.length)
  expect(count(0)).toBe(all(0).length)
  expect(candidates({ repurchases: 'include' }).all(0)).toEqual(cases.products.ids)
})

test('sampled ones hold every relevant product, nothing seen, and the same others for one seed', () => {
  const { all, cases } = candidates({ negatives: 3, seed: 4 })
  cases.relevant.forEach((relevant, row) => {
    const ids = all(row)
    expect(ids.length).toBeLessThanOrEqual(relevant.length + 3)
    for (const product of relevant) expect(ids).toContain(cases.products.ids[product])
    for (const product of cases.seen[row]!) expect(ids).not.toContain(cases.products.ids[product])
    expect(new Set(ids).size).toBe(ids.length)
  })
  expect(candidates({ negatives: 3, seed: 4 }).all(2)).toEqual(all(2))
})
