import { skewedColumns } from '../../data/skewed-columns.js'
import type { Line, Work } from '../../suite.js'
import { powerTransform } from './preparation-works.js'

const columns = skewedColumns(600_000)

export const preparationWorks: Readonly<Record<string, Work>> = { 'Yeo-Johnson': powerTransform(columns.name) }

/** Scalers. */
export const preparationLines: readonly Line[] = [
  {
    work: 'Yeo–Johnson fitted to and applied to 600,000×5, one thread',
    peer: 'scikit-learn PowerTransformer, two threads',
    data: [columns],
    ours: 'Yeo-Johnson',
    theirs: { side: 'python', work: 'Yeo-Johnson' },
    limit: 1,
    tolerance: 1e-5,
    repetitions: 7,
  },
]
