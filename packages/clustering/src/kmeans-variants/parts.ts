import { compensatedSum } from '@clientele/core'
import type { Clusters } from '../kmeans/run.js'
import type { WeightedPoints } from '../weighted-points.js'

type Points = Pick<WeightedPoints, 'rows' | 'columns' | 'values' | 'weights'>

/** Some of the points, which may be split further. */
export interface Part {
  readonly members: Int32Array
  readonly mean: Float64Array
  readonly weight: number
  /** Sum of weight × squared distance to the mean. */
  readonly inertia: number
}

/** A part with its mean and what it is away from it. O(members × columns). */
export function partOf({ columns, values, weights }: Points, members: Int32Array): Part {
  const weight = compensatedSum(Float64Array.from(members, (row) => weights[row]!))
  const mean = new Float64Array(columns)
  for (const row of members) {
    for (let column = 0; column < columns; column++) mean[column]! += weights[row]! * values[row * columns + column]!
  }
  for (let column = 0; column < columns; column++) mean[column]! /= weight
  const terms = Float64Array.from(members, (row) => {
    let squares = 0
    for (let column = 0; column < columns; column++) squares += (values[row * columns + column]! - mean[column]!) ** 2
    return weights[row]! * squares
  })
  return { members, mean, weight, inertia: compensatedSum(terms) }
}

/** Where the part of the largest inertia stands among those of two points or more, the first of equal ones. */
export function largestPart(parts: readonly Part[]): number {
  let largest = -1
  parts.forEach(({ members, inertia }, place) => {
    if (members.length > 1 && (largest < 0 || inertia > parts[largest]!.inertia)) largest = place
  })
  return largest
}

/** The points of a part by themselves. */
export function pointsOf({ columns, values, weights }: Points, { members }: Part): Points {
  const own = new Float64Array(members.length * columns)
  members.forEach((row, at) => own.set(values.subarray(row * columns, (row + 1) * columns), at * columns))
  return { rows: members.length, columns, values: own, weights: Float64Array.from(members, (row) => weights[row]!) }
}

/** The two parts that labels 0 and 1 make of one. */
export function splitPart(points: Points, { members }: Part, labels: Int32Array): [Part, Part] {
  return [
    partOf(points, members.filter((_, at) => labels[at] === 0)),
    partOf(points, members.filter((_, at) => labels[at] === 1)),
  ] // prettier-ignore
}

/** Parts as clusters. */
export function clustersOf({ rows, columns }: Points, parts: readonly Part[]): Clusters {
  const labels = new Int32Array(rows)
  const centroids = new Float64Array(parts.length * columns)
  parts.forEach(({ members, mean }, cluster) => {
    for (const row of members) labels[row] = cluster
    centroids.set(mean, cluster * columns)
  })
  return {
    labels,
    centroids,
    sizes: Float64Array.from(parts, ({ weight }) => weight),
    inertia: compensatedSum(parts.map(({ inertia }) => inertia)),
  }
}
