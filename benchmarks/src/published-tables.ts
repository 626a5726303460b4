// `npm run movielens`: published figures of MovieLens 100K beside measured ones, printed and written to MOVIELENS.md.
import { writeFileSync } from 'node:fs'
import { FOLDS, movielensFolder, readFold, readRandomFolds, type Fold } from './published/movielens.js'
import { publishedModels } from './published/models.js'
import { publishedPage, rowsOf } from './published/row.js'

const HEAD = `# MovieLens 100K: published beside measured

Written by \`npm run movielens\` on the official folds u1 to u5, and on five random ones where the publication drew its own: those
figures differ by how ratings were drawn. A figure of nobody is told for the models' sake alone.

`

try {
  const folder = movielensFolder()
  const all: readonly Fold[] = [...FOLDS.map((name) => readFold(folder, name)), ...readRandomFolds(folder)]
  const folds = new Map(all.map((fold) => [fold.name, fold]))
  const rows = publishedModels.flatMap((entry) => rowsOf(entry, (name) => folds.get(name)!))
  const page = publishedPage(rows)
  process.stdout.write(page)
  writeFileSync(new URL('../MOVIELENS.md', import.meta.url), HEAD + page)
  if (rows.some(({ exact }) => exact === false)) process.exitCode = 1
} catch (error) {
  process.stderr.write(`npm run movielens: ${(error as Error).message}\n`)
  process.exitCode = 2
}
