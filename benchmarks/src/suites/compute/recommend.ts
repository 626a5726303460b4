import { topProductsAsync, type TopRows } from '@clientele/compute'
import { readData } from '../../data/data-set.js'
import { normalMatrices } from '../../data/normal-matrices.js'
import type { Work } from '../../suite.js'
import { matrixOf } from './matrix-of.js'

/** Users and items as a factor model describes them. */
export const factors = normalMatrices('factors-64', 1, { users: [6040, 64], items: [3706, 64] })

/** The ten best new items of every user, on two workers. */
export const recommend: Work = (folders) => {
  const data = readData(folders['factors-64']!)
  const pairs = readData(folders['movielens-1m-shape']!)
  const [users, items] = [matrixOf(data['users']!), matrixOf(data['items']!)]
  const struckOut = { offsets: pairs['offsets']!.values as Int32Array, indices: pairs['items']!.values as Int32Array }
  return {
    run: () => topProductsAsync(users, items, 10, { struckOut, workers: 2 }),
    answer: (result: TopRows) => ({ numbers: scoresOf(users.values, items.values, items.columns, result) }),
  }
}

/**
 * Scores of the chosen items, computed anew in double precision: they agree with those of the peer's items only if these are
 * as good, none of them seen or named twice.
 */
function scoresOf(users: Float32Array, items: Float32Array, depth: number, { n, indices }: TopRows): number[] {
  return Array.from(indices, (item, place) => {
    const user = Math.floor(place / n)
    let score = 0
    for (let d = 0; d < depth; d++) score += users[user * depth + d]! * items[item * depth + d]!
    return score
  })
}
