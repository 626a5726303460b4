import { random } from '@clientele/core'
import fc from 'fast-check'

/** Points with a label each: at least two clusters, one of them of two rows. */
export interface Labelled {
  readonly points: number[][]
  readonly labels: number[]
}

/** Rows on a small grid, so that some are equal, with labels 0 to 3; the first three see to it that the labels will do. */
export const labelled: fc.Arbitrary<Labelled> = fc
  .array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 })), {
    minLength: 3,
    maxLength: 25,
  })
  .map((rows) => ({
    points: rows.map(([x, y]) => [x, y]),
    labels: rows.map(([, , label], row) => [0, 0, 1][row] ?? label),
  }))

/** Rows around a centre for each cluster, in a mixed order. */
export function blobs(seed: number, rows: number, columns: number, k: number): Labelled {
  const stream = random(seed).fork('blobs')
  const centres = Array.from({ length: k }, () => Array.from({ length: columns }, () => 4 * stream.normal()))
  const labels = Array.from({ length: rows }, (_, row) => (row < k ? row : stream.integer(k)))
  return { labels, points: labels.map((label) => centres[label]!.map((centre) => centre + stream.normal())) }
}

/** Every row as often as its weight says, one after the other. */
export function repeated<T>(list: readonly T[], weights: readonly number[]): T[] {
  return list.flatMap((each, row) => Array.from({ length: weights[row]! }, () => each))
}

/** Euclidean distance of two rows. */
export function distance(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(a.reduce((sum, value, column) => sum + (value - b[column]!) ** 2, 0))
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The rows of each label that occurs. */
export function groups({ points, labels }: Labelled): number[][][] {
  return [...new Set(labels)].map((label) => points.filter((_, row) => labels[row] === label))
}

/** The mean of rows, column by column. */
export function meanRow(rows: readonly (readonly number[])[]): number[] {
  return rows[0]!.map((_, column) => mean(rows.map((row) => row[column]!)))
}
