import { normalPoints } from '../../data/normal-points.js'
import type { Line, Work } from '../../suite.js'
import { densities, linkageTree, miniBatches, mixture, wardTree } from './clusterers-works.js'

const million = normalPoints(1_000_000, 6)
const hundredThousand = normalPoints(100_000, 3)
const twentyThousand = normalPoints(20_000, 3)
const fiveThousand = normalPoints(5_000, 3)

/** Our side. */
export const clusterersWorks: Readonly<Record<string, Work>> = {
  ward: wardTree(twentyThousand.name),
  average: linkageTree(fiveThousand.name, 'average'),
  complete: linkageTree(fiveThousand.name, 'complete'),
  single: linkageTree(fiveThousand.name, 'single'),
  dbscan: densities(hundredThousand.name, 0.1),
  mixture: mixture(hundredThousand.name),
  'mini-batch': miniBatches(million.name),
}

const tree = (method: string, limit: number | null): Line => ({
  work: `tree of ${method} linkage, 5,000×3`,
  peer: 'scipy',
  data: [fiveThousand],
  ours: method,
  theirs: { side: 'python', work: method },
  limit,
  tolerance: 1e-9,
  repetitions: 5,
})

/** Trees, densities, mixtures and mini-batches. */
export const clusterersLines: readonly Line[] = [
  {
    work: 'tree of Ward’s method, 20,000×3',
    peer: 'scipy',
    data: [twentyThousand],
    ours: 'ward',
    theirs: { side: 'python', work: 'ward' },
    limit: 1,
    tolerance: 1e-9,
    repetitions: 3,
  },
  tree('average', null),
  tree('complete', null),
  tree('single', 1),
  {
    work: 'DBSCAN 100,000×3, at least 5 points within 0.1',
    peer: 'scikit-learn, two threads',
    data: [hundredThousand],
    ours: 'dbscan',
    theirs: { side: 'python', work: 'dbscan' },
    limit: 1,
    tolerance: 0,
    repetitions: 5,
  },
  {
    work: 'Gaussian mixture 100,000×3, k = 5, full covariances, 20 iterations',
    peer: 'scikit-learn, two threads',
    data: [hundredThousand],
    ours: 'mixture',
    theirs: { side: 'python', work: 'mixture' },
    limit: 1,
    repetitions: 3,
  },
  {
    work: 'mini-batch k-means 1,000,000×6, k = 8, 976 batches of 1,024',
    peer: 'scikit-learn, one thread',
    data: [million],
    ours: 'mini-batch',
    theirs: { side: 'python', work: 'mini-batch' },
    limit: 1,
    repetitions: 5,
  },
]
