/** Points that are summed at a time: their cells stay in the nearest cache while all rows of a block go by. */
const PIECE = 512

/** Distance of row `row` of `rows` to point `point` of `points`, which holds column after column. */
type Distance = (
  rows: Float64Array,
  row: number,
  columns: number,
  points: Float64Array,
  point: number,
  stride: number,
) => number

const euclidean: Distance = (rows, row, columns, points, point, stride) => {
  let sum = 0
  for (let column = 0; column < columns; column++) {
    const gap = points[column * stride + point]! - rows[row * columns + column]!
    sum += gap * gap
  }
  return Math.sqrt(sum)
}

const manhattan: Distance = (rows, row, columns, points, point, stride) => {
  let sum = 0
  for (let column = 0; column < columns; column++) {
    sum += Math.abs(points[column * stride + point]! - rows[row * columns + column]!)
  }
  return sum
}

/**
 * Silhouette of some rows: (b - a) / max(a, b), where a is the mean distance to the other rows of the own cluster and b the
 * least mean distance to the rows of another.
 *
 * Each row is compared with all points. Points come cluster by cluster, each cluster filled up to an even number with
 * points of weight 0; even and odd points are summed apart, then added.
 *
 * @param rows row after row
 * @param owners row → its cluster
 * @param points column after column, `starts[k]` numbers each
 * @param weights point → how many rows it stands for
 * @param starts cluster → its first point, even; then the number of points
 * @param sizes cluster → total weight of its points
 * @param values row → its silhouette; 0 for the only row of a cluster, and where a and b are 0
 * @param nearest row → the other cluster that is nearest, the lower of two equally near
 * @param scratch four numbers for each row of a block
 */
export const silhouette = silhouetteBy(euclidean)

/** {@link silhouette} by sums of absolute differences instead of Euclidean distances. */
export const silhouetteManhattan = silhouetteBy(manhattan)

function silhouetteBy(distance: Distance) {
  return (
    rows: Float64Array,
    owners: Int32Array,
    columns: number,
    points: Float64Array,
    weights: Float64Array,
    starts: Int32Array,
    sizes: Float64Array,
    k: number,
    values: Float64Array,
    nearest: Int32Array,
    scratch: Float64Array,
    start: number,
    end: number,
  ): void => {
    const count = end - start
    const sums = scratch.subarray(0, 2 * count)
    const own = scratch.subarray(2 * count, 3 * count)
    const least = scratch.subarray(3 * count, 4 * count).fill(Infinity)
    for (let cluster = 0; cluster < k; cluster++) {
      sums.fill(0)
      for (let from = starts[cluster]!; from < starts[cluster + 1]!; from += PIECE) {
        const to = Math.min(starts[cluster + 1]!, from + PIECE)
        for (let i = 0; i < count; i++) {
          for (let point = from; point < to; point++) {
            const gap = distance(rows, start + i, columns, points, point, starts[k]!)
            sums[2 * i + ((point - from) & 1)]! += weights[point]! * gap
          }
        }
      }
      note(cluster, sizes[cluster]!, owners.subarray(start, end), nearest.subarray(start, end), sums, own, least)
    }
    for (let i = 0; i < count; i++) {
      const largest = Math.max(own[i]!, least[i]!)
      values[start + i] = own[i]! < 0 || largest === 0 ? 0 : (least[i]! - own[i]!) / largest
    }
  }
}

/** What the sums over one cluster say about each row of a block. */
function note(
  cluster: number,
  size: number,
  owners: Int32Array,
  nearest: Int32Array,
  sums: Float64Array,
  own: Float64Array,
  least: Float64Array,
): void {
  for (let i = 0; i < owners.length; i++) {
    const sum = sums[2 * i]! + sums[2 * i + 1]!
    if (owners[i] === cluster) {
      own[i] = size > 1 ? sum / (size - 1) : -1
    } else if (sum / size < least[i]!) {
      least[i] = sum / size
      nearest[i] = cluster
    }
  }
}
