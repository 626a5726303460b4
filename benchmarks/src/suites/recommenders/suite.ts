import { millionUsers } from '../../data/million-users.js'
import { movieLensRatings } from '../../data/movielens-ratings.js'
import { movieLensShape } from '../../data/movielens-shape.js'
import type { Suite } from '../../suite.js'
import { fitEase } from './ease.js'
import { fit, recommendToAll, recommendToOne } from './item-knn.js'
import { fitLarge } from './large-fit.js'
import { qualities } from './qualities.js'
import { foresee } from './rating-knn.js'

/** Models of `@clientele/recommenders`. */
export const recommenders: Suite = {
  name: 'recommenders',
  works: {
    'item-knn fit': fit,
    'item-knn to all': recommendToAll,
    'item-knn to one, median': recommendToOne(0.5),
    'item-knn to one, slowest': recommendToOne(0.99),
    'item-knn fit, large': fitLarge(millionUsers.name),
    'ease fit': fitEase,
    'rating-knn foresee': foresee,
  },
  lines: [
    {
      work: 'item kNN fit, cosine, 50 neighbours, two workers',
      peer: 'implicit CosineRecommender, two threads',
      data: [movieLensShape],
      ours: 'item-knn fit',
      theirs: { side: 'python', work: 'item-knn fit' },
      limit: 0.8,
      tolerance: 1e-6,
      repetitions: 9,
    },
    {
      work: 'item kNN, 10 to all users, two workers',
      peer: 'implicit CosineRecommender, two threads',
      data: [movieLensShape],
      ours: 'item-knn to all',
      theirs: { side: 'python', work: 'item-knn to all' },
      limit: 0.5,
      tolerance: 1e-2,
      repetitions: 9,
    },
    {
      work: 'item kNN, 10 to one user, warm, median of single calls',
      peer: 'nobody',
      data: [movieLensShape],
      ours: 'item-knn to one, median',
      limit: null,
      limitSeconds: 100e-6,
      repetitions: 5,
    },
    {
      work: 'item kNN, 10 to one user, warm, 99 of 100 single calls',
      peer: 'nobody',
      data: [movieLensShape],
      ours: 'item-knn to one, slowest',
      limit: null,
      limitSeconds: 1e-3,
      repetitions: 5,
    },
    {
      work: 'item kNN fit, cosine, 50 neighbours, 1,000,000 users × 100,000 items, 20,000,000 pairs, two workers',
      peer: 'none: at most 4 GiB resident',
      data: [millionUsers],
      ours: 'item-knn fit, large',
      limit: null,
      repetitions: 1,
    },
    {
      work: 'EASE fit, f64, two workers',
      peer: 'scipy sparse Gram and numpy.linalg.inv, two threads',
      data: [movieLensShape],
      ours: 'ease fit',
      theirs: { side: 'python', work: 'ease fit' },
      limit: 1,
      tolerance: 1e-8,
      repetitions: 5,
    },
    {
      work: 'user kNN of ratings, baselines, MovieLens 100K: fit and 20,000 ratings, one thread',
      peer: 'Surprise KNNBaseline, pearson_baseline',
      data: [movieLensRatings],
      ours: 'rating-knn foresee',
      theirs: { side: 'python', work: 'rating-knn foresee' },
      limit: 0.1,
      tolerance: 1e-8,
      repetitions: 5,
    },
  ],
  qualities,
}
