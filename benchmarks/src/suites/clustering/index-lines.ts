import { labelledPoints } from '../../data/labelled-points.js'
import type { Line, Work } from '../../suite.js'
import { exactSilhouette, indicesOfMeans } from './index-works.js'

const million = labelledPoints(1_000_000, 6)
const twentyThousand = labelledPoints(20_000, 3)

export const indexWorks: Readonly<Record<string, Work>> = {
  silhouette: exactSilhouette(twentyThousand.name),
  'indices of means': indicesOfMeans(million.name),
}

/** Indices of how good a clustering is. */
export const indexLines: readonly Line[] = [
  {
    work: 'exact silhouette, 20,000×3, k = 8, two workers',
    peer: 'scikit-learn, two threads',
    data: [twentyThousand],
    ours: 'silhouette',
    theirs: { side: 'python', work: 'silhouette' },
    limit: 0.15,
    tolerance: 1e-9,
    repetitions: 7,
  },
  {
    work: 'Calinski–Harabasz and Davies–Bouldin, 1,000,000×6, k = 8, one thread',
    peer: 'scikit-learn, two threads',
    data: [million],
    ours: 'indices of means',
    theirs: { side: 'python', work: 'indices of means' },
    limit: 0.5,
    tolerance: 1e-9,
    repetitions: 15,
  },
]
