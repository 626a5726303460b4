import { qualityRowsOf, type Quality, type QualityRow } from './quality.js'
import type { Suite } from './suite.js'

/** What is done with what comes out. */
export interface QualityListeners {
  /** Called with the rows of each quality as they come. */
  readonly judged: (rows: readonly QualityRow[]) => void
  /** Called with each quality that has no rows, and the reason. */
  readonly failed: (quality: Quality, reason: string) => void
}

/**
 * Measures how good the answers of a suite are, in this process. One that fails does not keep the others from being measured.
 * @returns whether nothing failed
 */
export async function runQualities(
  { name, qualities = [] }: Suite,
  { judged, failed }: QualityListeners,
): Promise<boolean> {
  let succeeded = true
  for (const quality of qualities) {
    try {
      judged(qualityRowsOf(name, quality, await quality.measure()))
    } catch (error) {
      failed(quality, (error as Error).message)
      succeeded = false
    }
  }
  return succeeded
}
