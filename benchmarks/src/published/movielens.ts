import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { transactionsFromColumns, type Transactions } from '@clientele/core'
import { kFold } from '@clientele/metrics'

/** The five official folds of MovieLens 100K. */
export const FOLDS = ['u1', 'u2', 'u3', 'u4', 'u5'] as const

/** Five folds of the same ratings, drawn at random. */
export const RANDOM_FOLDS = ['random 1', 'random 2', 'random 3', 'random 4', 'random 5'] as const

/** The name of a fold. */
export type FoldName = (typeof FOLDS)[number] | (typeof RANDOM_FOLDS)[number]

/** One of them: ratings to learn from and ratings to foresee, as order logs whose amounts are the ratings. */
export interface Fold {
  readonly name: FoldName
  readonly train: Transactions<number, number>
  readonly test: Transactions<number, number>
}

/** Where MovieLens 100K lies: `CLIENTELE_MOVIELENS`, or `shared/data/movielens-100k` beside the repository. */
export function movielensFolder(env: NodeJS.ProcessEnv = process.env): string {
  const own = env['CLIENTELE_MOVIELENS']
  return own ? resolve(own) : fileURLToPath(new URL('../../../shared/data/movielens-100k', import.meta.url))
}

/**
 * A fold from `NAME.base` and `NAME.test`, gzipped or not: user, item, rating and second of each rating, as GroupLens gives them out.
 * @throws Error that names a file that is missing
 */
export function readFold(folder: string, name: (typeof FOLDS)[number]): Fold {
  return { name, train: readRatings(folder, `${name}.base`), test: readRatings(folder, `${name}.test`) }
}

/**
 * All ratings in five random folds, the same at every call.
 * @throws Error when `u.data` is missing
 */
export function readRandomFolds(folder: string): Fold[] {
  const folds = kFold(readRatings(folder, 'u.data'), { folds: 5, seed: 1 })
  return folds.map(({ train, test }, i) => ({ name: RANDOM_FOLDS[i]!, train, test }))
}

/**
 * A file of MovieLens 100K, gzipped or not, as an order log whose amounts are the ratings. All of them are in `u.data`.
 * @throws Error that names the file when it is missing
 */
export function readRatings(folder: string, file: string): Transactions<number, number> {
  const plain = join(folder, file)
  const path = [`${plain}.gz`, plain].find(existsSync)
  if (path === undefined) {
    throw new Error(`MovieLens 100K must be in CLIENTELE_MOVIELENS, got no ${plain}(.gz); grouplens.org gives it out`)
  }
  const bytes = readFileSync(path)
  const lines = (path === plain ? bytes : gunzipSync(bytes)).toString().trim().split('\n')
  const rows = lines.map((line) => line.split('\t').map(Number))
  return transactionsFromColumns({
    customer: rows.map(([user]) => user!),
    product: rows.map(([, item]) => item!),
    amount: rows.map(([, , rating]) => rating!),
    time: rows.map(([, , , second]) => second! * 1000),
  })
}
