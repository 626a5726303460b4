import { expect, test } from 'vitest'
import { columnSpellings, looseAmounts } from '../src/column-spellings.js'

test('no spelling stands twice in a role, and all are in lower case with blanks', () => {
  for (const [role, tiers] of [...Object.entries(columnSpellings), ['loose amounts', looseAmounts] as const]) {
    const all = tiers.flat()
    expect([role, new Set(all).size]).toEqual([role, all.length])
    for (const spelling of all) expect(spelling).toMatch(/^[a-z]+( [a-z]+)*$/)
  }
})
