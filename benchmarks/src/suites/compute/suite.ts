import { movieLensShape } from '../../data/movielens-shape.js'
import type { Line, Suite } from '../../suite.js'
import { roundTrips, smallTasks } from './dispatch.js'
import { inverse } from './inverse.js'
import { inlineProduct, plainLoops, pooledProduct, squares } from './products.js'
import { factors, recommend } from './recommend.js'

/** How much faster two workers are than one. */
const scaling = (size: 1024 | 2048): Line => ({
  work: `f32 ${size}×${size} matrix product, two workers`,
  peer: 'itself, one worker',
  data: [squares(size)],
  ours: `product ${size} by two workers`,
  theirs: { side: 'node', work: `product ${size} by one worker` },
  limit: 0.6,
  tolerance: 0,
  repetitions: 15,
})

/** Kernels and the pool of `@clientele/compute`. */
export const compute: Suite = {
  name: 'compute',
  works: {
    'product 1024': inlineProduct(1024),
    'product 1024 in plain loops': plainLoops(1024),
    'product 1024 by one worker': pooledProduct(1024, 1),
    'product 1024 by two workers': pooledProduct(1024, 2),
    'product 2048 by one worker': pooledProduct(2048, 1),
    'product 2048 by two workers': pooledProduct(2048, 2),
    inverse,
    recommend,
    'small tasks': smallTasks(16_000_000),
    'round trips': roundTrips(2000),
  },
  lines: [
    {
      work: 'f32 1024×1024 matrix product, one thread',
      peer: 'plain JavaScript triple loop',
      data: [squares(1024)],
      ours: 'product 1024',
      theirs: { side: 'node', work: 'product 1024 in plain loops' },
      limit: 0.05,
      tolerance: 1e-5,
      repetitions: 7,
    },
    {
      work: 'f32 1024×1024 matrix product, one thread',
      peer: 'numpy f32, one thread',
      data: [squares(1024)],
      ours: 'product 1024',
      theirs: { side: 'python', work: 'product 1024' },
      limit: 3.5,
      tolerance: 1e-5,
      repetitions: 25,
    },
    scaling(1024),
    scaling(2048),
    {
      work: 'inverse of a 3,706×3,706 positive definite matrix by Cholesky, f64, two workers',
      peer: 'numpy.linalg.inv f64, two threads',
      data: [movieLensShape],
      ours: 'inverse',
      theirs: { side: 'python', work: 'inverse' },
      limit: 1.3,
      tolerance: 1e-9,
      repetitions: 7,
    },
    {
      work: 'top-10 of 6,040 rows × 3,706 scores from 64 factors, seen items left out, two workers',
      peer: 'implicit recommend, two threads',
      data: [movieLensShape, factors],
      ours: 'recommend',
      theirs: { side: 'python', work: 'recommend' },
      limit: 0.6,
      tolerance: 1e-5,
      repetitions: 15,
    },
    {
      work: '16 million small tasks (dispatch) on two workers, each',
      peer: 'one pool round trip',
      data: [],
      ours: 'small tasks',
      theirs: { side: 'node', work: 'round trips' },
      limit: null,
      repetitions: 7,
    },
  ],
}
