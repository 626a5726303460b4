import type { Suite } from '../../suite.js'
import { clusterersLines, clusterersWorks } from './clusterers-lines.js'
import { indexLines, indexWorks } from './index-lines.js'
import { kmeansLines, kmeansWorks } from './kmeans-lines.js'

/** Clusterers, preparation and indices of `@clientele/clustering`; one file for each group of rows. */
export const clustering: Suite = {
  name: 'clustering',
  works: { ...kmeansWorks, ...clusterersWorks, ...indexWorks },
  lines: [...kmeansLines, ...clusterersLines, ...indexLines],
}
