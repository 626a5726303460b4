import type { Suite } from '../../suite.js'
import { rfmLines, rfmWorks } from './rfm-lines.js'

/** Scores and features of `@clientele/rfm`; what customers are worth is the suite `lifetime`. */
export const rfm: Suite = { name: 'rfm', works: rfmWorks, lines: rfmLines }
