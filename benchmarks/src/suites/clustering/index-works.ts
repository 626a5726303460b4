import { calinskiHarabasz, daviesBouldin, silhouetteAsync, type Dense, type Silhouette } from '@clientele/clustering'
import { readData } from '../../data/data-set.js'
import type { Work } from '../../suite.js'
import { denseOf } from './kmeans-works.js'

/** An index of labelled points, and the numbers that are compared. */
const indexOf =
  <R>(
    name: string,
    index: (points: Dense, labels: Int32Array) => R | Promise<R>,
    numbers: (result: R) => number[],
  ): Work =>
  (folders) => {
    const data = readData(folders[name]!)
    const [points, labels] = [denseOf(data['points']!), data['labels']!.values as Int32Array]
    return {
      run: () => index(points, labels),
      answer: (result: R) => ({ numbers: numbers(result) }),
    }
  }

/** The silhouette of every row, on two workers. */
export const exactSilhouette = (name: string) =>
  indexOf(
    name,
    (points, labels) => silhouetteAsync(points, labels, { workers: 2 }),
    ({ mean }: Silhouette) => [mean],
  )

/** Both indices that need the means of the clusters alone, one after the other. */
export const indicesOfMeans = (name: string) =>
  indexOf(
    name,
    (points, labels) => [calinskiHarabasz(points, labels), daviesBouldin(points, labels)],
    (both) => both,
  )
