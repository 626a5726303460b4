import type { Steps } from '@clientele/core'
import type { Pace } from '../pace.js'
import type { Links } from './dendrogram.js'

/**
 * The shortest tree that joins all points: its links, by length, are the merges of single linkage.
 *
 * From the first point on, the point nearest to those already joined is joined next. O(points² × columns) time, 28 bytes a
 * point of memory.
 * @see Prim (1957), "Shortest Connection Networks and Some Generalizations", Bell System Technical Journal 36; Gower and
 * Ross (1969), "Minimum Spanning Trees and Single Linkage Cluster Analysis", Applied Statistics 18
 */
export function* spanningTree(values: Float64Array, columns: number, pace: Pace): Steps<Links> {
  const links = values.length / columns - 1
  const left = new Int32Array(links)
  const right = new Int32Array(links)
  const heights = new Float64Array(links)
  const apart = Int32Array.from({ length: links }, (_, i) => i + 1)
  const nearest = new Float64Array(links + 1).fill(Infinity)
  const joinedTo = new Int32Array(links + 1)
  let joined = 0
  for (let link = 0; link < links; link++) {
    const count = links - link
    const next = approach(values, columns, joined, apart, count, nearest, joinedTo)
    joined = apart[next]!
    left[link] = joinedTo[joined]!
    right[link] = joined
    heights[link] = Math.sqrt(nearest[joined]!)
    apart[next] = apart[count - 1]!
    if (pace.due(count * (columns + 2))) yield { stage: 'merging', done: link, total: links }
  }
  yield { stage: 'merging', done: links, total: links }
  return { left, right, heights }
}

/** Notes which points the one joined last is nearest to; returns where the nearest of all stands in the list. */
function approach(
  values: Float64Array,
  columns: number,
  joined: number,
  apart: Int32Array,
  count: number,
  nearest: Float64Array,
  joinedTo: Int32Array,
): number {
  const from = joined * columns
  let next = 0
  for (let i = 0; i < count; i++) {
    const point = apart[i]!
    let squares = 0
    for (let column = 0; column < columns; column++) {
      const gap = values[from + column]! - values[point * columns + column]!
      squares += gap * gap
    }
    if (squares < nearest[point]!) {
      nearest[point] = squares
      joinedTo[point] = joined
    }
    if (nearest[point]! < nearest[apart[next]!]!) next = i
  }
  return next
}
