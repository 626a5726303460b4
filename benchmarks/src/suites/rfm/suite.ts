import type { Suite } from '../../suite.js'
import { rfmLines, rfmWorks } from './rfm-lines.js'

/** Scores and features of `@clientele/rfm`; one file for each group of rows. */
export const rfm: Suite = {
  name: 'rfm',
  works: { ...rfmWorks },
  lines: [...rfmLines],
}
