import { localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { rangeError, run, type Dense, type DenseInput, type Steps } from '@clientele/core'
import { checkBoundedPoints, checkCells, checkPoints } from '../check-points.js'
import { overRows, rowsPerBlock } from '../over-rows.js'
import { fillTiles, tileCountOf, tilesLength } from './center-tiles.js'
import { pointsInMemory } from './points-in-memory.js'

/** Which centroid each point belongs to. */
export interface Nearest {
  /** Row → its nearest centroid, the lower of two equally near. */
  readonly labels: Int32Array
  /** Row → squared Euclidean distance to that centroid. */
  readonly squaredDistances: Float64Array
}

/**
 * Assigns points to the nearest of given centroids: later customers to the clusters of earlier ones.
 *
 * O(rows × k × columns) time; a copy of the points and 12 bytes a row.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`, on the scale of the points that were clustered
 * @param centroids one row per cluster, such as those of {@link kmeans}
 * @throws RangeError for rows of different length, other columns than the centroids, a cell that is not finite (named), no
 * rows or columns
 * @example
 * const { centroids } = kmeans([[1], [2], [8], [9]], 2, { seed: 1 })
 * nearest([[3], [100]], centroids).labels // Int32Array [0, 1]
 */
export function nearest(points: DenseInput, centroids: DenseInput): Nearest {
  return run(nearestSteps(localEngine(), points, centroids))
}

/**
 * {@link nearest} on a pool of workers: the same bits.
 * @throws as {@link nearest} does, as a rejection, and with the signal's reason
 * @example await nearestAsync(points, centroids, { signal })
 */
export function nearestAsync(points: DenseInput, centroids: DenseInput, options: PooledOptions = {}): Promise<Nearest> {
  return onPool('nearestAsync', options, (engine) => nearestSteps(engine, points, centroids))
}

function* nearestSteps(engine: Engine, points: DenseInput, given: DenseInput): Steps<Nearest> {
  const input = checkBoundedPoints('nearest', points)
  const centroids = checkCentroids(given, input.columns)
  const { rows, columns } = input
  const k = centroids.rows
  const scope = engine.arena.scope('nearest')
  try {
    const placed = yield* pointsInMemory('nearest', engine, scope, { ...input, input, checked: true })
    const tiles = scope.room('f64', tilesLength(k, columns))
    fillTiles(centroids.values, columns, tiles.view())
    const labels = scope.room('i32', rows)
    const distances = scope.room('f64', rows)
    const perRow = tileCountOf(k) * 8 * columns
    const args = [placed.points, columns, tiles, tileCountOf(k), labels, distances]
    yield* overRows(placed, 'nearestRows', args, { rows, blockRows: rowsPerBlock(perRow), perRow })
    return { labels: labels.view().slice(), squaredDistances: distances.view().slice() }
  } finally {
    scope.close()
  }
}

function checkCentroids(given: DenseInput, columns: number): Dense {
  const centroids = checkPoints('nearest', given, 'centroids')
  checkCells('nearest', 'centroids', centroids)
  if (centroids.columns !== columns) {
    throw rangeError('nearest', 'centroids', `have ${columns} columns, as the points do`, centroids.columns)
  }
  return centroids
}
