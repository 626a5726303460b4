import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KIND } from '../../src/kernels/similarity.js'
import { comparedRows } from '../../src/neighbours/compared-rows.js'
import { similaritiesToRow } from '../../src/neighbours/similarities-to-row.js'
import { similarToRow } from '../../src/neighbours/similar-to-row.js'
import { shifted } from '../../src/neighbours/weigh.js'
import { profileOfRow } from '../../src/profile.js'
import { smallInteractions } from '../fixtures.js'

const comparisons = [
  { kind: KIND.cosine, size: 'squares' },
  { kind: KIND.commonCosine },
  { kind: KIND.residualCosine },
  { kind: KIND.pearson, weigh: shifted },
] as const

test('gives the bits of the list of similar rows, and 0 for all others', () => {
  fc.assert(
    fc.property(
      smallInteractions(-2),
      fc.constantFrom(...comparisons),
      fc.constantFrom(0, 5),
      fc.integer({ min: 2, max: 3 }),
      ({ matrix }, comparison, shrinkage, minSupport) => {
        const compared = comparedRows(matrix, comparison, { neighbors: 100, shrinkage, minSupport })
        for (let row = 0; row < matrix.rows; row++) {
          const profile = profileOfRow(matrix, row)
          const expected = new Float64Array(matrix.rows)
          const { items, values } = similarToRow(compared, profile)
          items.forEach((item, i) => (expected[item] = values[i]!))
          expect(similaritiesToRow(compared, profile)).toEqual(expected)
        }
      },
    ),
  )
})
