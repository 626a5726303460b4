import { movieLens100KShape } from '../../data/movielens-shape.js'
import { rankedLists } from '../../data/ranked-lists.js'
import type { Suite } from '../../suite.js'
import { intervals, means } from './ranking.js'
import { gridSearchBy } from './search.js'

/** Ranking metrics and parameter search of `@clientele/metrics`. */
export const metrics: Suite = {
  name: 'metrics',
  requirements: 'requirements-metrics.txt',
  works: {
    means,
    intervals,
    'grid search by one worker': gridSearchBy(1),
    'grid search by two workers': gridSearchBy(2),
  },
  lines: [
    {
      work: 'six ranking metrics at 10 of 6,040 lists',
      peer: 'RecTools calc_metrics',
      data: [rankedLists],
      ours: 'means',
      theirs: { side: 'python', work: 'means' },
      limit: 0.1,
      tolerance: 1e-12,
      repetitions: 40,
    },
    {
      work: 'the same with intervals from 1,000 resamples',
      peer: 'nobody',
      data: [rankedLists],
      ours: 'intervals',
      limit: null,
      limitSeconds: 0.2,
      repetitions: 10,
    },
    {
      work: 'grid search of 60 settings of item kNN on five folds, two workers',
      peer: 'itself, one worker',
      data: [movieLens100KShape],
      ours: 'grid search by two workers',
      theirs: { side: 'node', work: 'grid search by one worker' },
      limit: 0.588,
      tolerance: 0,
      repetitions: 3,
    },
  ],
}
