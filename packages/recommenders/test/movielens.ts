import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { csrFromTriplets, idIndex, type Interactions } from '@clientele/core'
import { sharedFile } from '@clientele/testing'

/** The 80,000 ratings of the first fold, as they are or as 1; all users and items have a row and a column. */
export function movieLens(rated: boolean): Interactions<number, number> {
  const text = gunzipSync(readFileSync(sharedFile('data/movielens-100k/u1.base.gz'))).toString()
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.split('\t').map(Number))
  const from1 = (length: number) => idIndex(Array.from({ length }, (_, i) => i + 1))
  const matrix = csrFromTriplets(
    lines.map(([user]) => user! - 1),
    lines.map(([, item]) => item! - 1),
    lines.map(([, , rating]) => (rated ? rating! : 1)),
    943,
    1682,
  )
  return { customers: from1(943), products: from1(1682), matrix }
}
