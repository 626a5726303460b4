import { normalPoints } from '../../data/normal-points.js'
import { quartileScores } from '../../data/quartile-scores.js'
import type { Line, Work } from '../../suite.js'
import { elbowOfScores, fromGiven, fromSeeding, mlFromGiven, perPart, tenRestarts } from './kmeans-works.js'

const million = normalPoints(1_000_000, 6)
const tenMillion = normalPoints(10_000_000, 6)
const hundredThousand = normalPoints(100_000, 3)

/** Our side, and ml-kmeans. */
export const kmeansWorks: Readonly<Record<string, Work>> = {
  'k-means': fromGiven(million.name),
  'k-means of ten million': perPart(tenMillion.name, 10),
  'k-means of one million': perPart(million.name, 1),
  'k-means by ml-kmeans': mlFromGiven(million.name),
  'seeded k-means': fromSeeding(million.name),
  'ten restarts': tenRestarts(hundredThousand.name),
  elbow: elbowOfScores,
}

const given = 'k-means 1,000,000×6, k = 8, 20 iterations from the same centroids, two workers'

/** k-means and the elbow. */
export const kmeansLines: readonly Line[] = [
  {
    work: given,
    peer: 'scikit-learn Lloyd f64, two threads',
    data: [million],
    ours: 'k-means',
    theirs: { side: 'python', work: 'k-means' },
    limit: 0.6,
    tolerance: 1e-9,
    repetitions: 15,
  },
  {
    work: 'k-means 1,000,000×6, k = 8, 20 iterations with seeding, two workers',
    peer: 'scikit-learn `k-means++`, two threads',
    data: [million],
    ours: 'seeded k-means',
    theirs: { side: 'python', work: 'seeded k-means' },
    limit: 0.6,
    repetitions: 11,
  },
  {
    work: given,
    peer: 'ml-kmeans from the same centroids',
    data: [million],
    ours: 'k-means',
    theirs: { side: 'node', work: 'k-means by ml-kmeans' },
    limit: 0.1,
    // Its labels are one round older than its centroids.
    tolerance: 1e-4,
    repetitions: 3,
  },
  {
    work: 'k-means 100,000×3, k = 8, 10 restarts, two workers',
    peer: 'scikit-learn, two threads',
    data: [hundredThousand],
    ours: 'ten restarts',
    theirs: { side: 'python', work: 'ten restarts' },
    limit: 0.6,
    repetitions: 7,
  },
  {
    work: 'elbow k = 1..49, 10 restarts, 5,878 customers with three quartile scores',
    peer: 'scikit-learn, two threads',
    data: [quartileScores],
    ours: 'elbow',
    theirs: { side: 'python', work: 'elbow' },
    limit: 0.02,
    repetitions: 15,
  },
  {
    work: 'k-means 10,000,000×6, k = 8, 20 iterations from given centroids, two workers, per million rows',
    peer: 'itself, 1,000,000 rows',
    data: [tenMillion, million],
    ours: 'k-means of ten million',
    theirs: { side: 'node', work: 'k-means of one million' },
    limit: 1.2,
    repetitions: 5,
  },
]
