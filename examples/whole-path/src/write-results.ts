import { join } from 'node:path'
import type { AsyncOptions } from '@clientele/core'
import { jsonText, writeCsv, writeFileAtomically } from '@clientele/io'
import { evaluationFacts } from './evaluation-facts.js'
import { RECOMMENDATION_COLUMNS, recommendationRows } from './recommendation-rows.js'
import { fillFolder } from './result-folder.js'
import type { PathResult } from './whole-path.js'

/** Names of the files that {@link writeResults} writes. */
export const RESULT_FILES = ['customers.csv', 'segments.csv', 'recommendations.csv', 'evaluation.json'] as const

/** Writes the results as files: all of them, or, when that fails or `signal` aborts, none. */
export async function writeResults(
  folder: string,
  result: PathResult,
  { timeZone, ...asynchronous }: { readonly timeZone: string } & Required<AsyncOptions>,
): Promise<void> {
  const { signal } = asynchronous
  const rows = await recommendationRows(result, asynchronous)
  await fillFolder(folder, RESULT_FILES, async (temporary) => {
    const [customers, segments, recommendations, evaluation] = RESULT_FILES.map((name) => join(temporary, name))
    await writeCsv(customers!, result.customers, { signal })
    await writeCsv(segments!, result.segments, { signal })
    if (rows.length > 0) await writeCsv(recommendations!, rows, { signal })
    else await writeFileAtomically(recommendations!, `${RECOMMENDATION_COLUMNS.join(',')}\r\n`, { signal })
    await writeFileAtomically(evaluation!, jsonText(evaluationFacts(result, timeZone)), { signal })
    signal.throwIfAborted()
  })
}
