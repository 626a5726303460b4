import { random, shuffle, type AsyncOptions, type DenseInput } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomRows } from './points.js'

/** What every clusterer answers. */
interface Clustered {
  readonly labels: Int32Array
  readonly sizes: Float64Array
}

/** What the contract asks of a clusterer; each leaves out what it does not know. */
interface Asked {
  readonly seed: number
  readonly weights?: readonly number[]
  /** What lengths of the points are multiplied by, for clusterers that are told a distance. */
  readonly unit: number
}

/** A clusterer in the words of the contract, and what may be expected of it. */
export interface Clusterer {
  /** The name of the function, as its errors say it. */
  readonly name: string
  readonly cluster: (points: DenseInput, k: number, asked: Asked) => Clustered
  readonly clusterAsync?: (points: DenseInput, k: number, asked: Asked & AsyncOptions) => Promise<Clustered>
  /** Who checks `k`, when it is not the function itself. */
  readonly checksK?: string
  /** It takes weights. */
  readonly weighs: boolean
  /** It is told the number of clusters, and finds as many. */
  readonly counts: boolean
  /** Nothing is drawn: the order of the rows does not matter. */
  readonly orderFree: boolean
  /** Label -1 stands for noise. */
  readonly noise?: boolean
}

const K = 4
const asked: Asked = { seed: 1, unit: 1 }

/** Four clouds of 30 rows in the unit cube, mixed, and some rows twice. */
function clouds(seed: number): number[][] {
  const stream = random(seed).fork('clouds')
  const centres = [
    [0.2, 0.2, 0.5],
    [0.8, 0.2, 0.4],
    [0.2, 0.8, 0.6],
    [0.8, 0.8, 0.5],
  ]
  const rows = Array.from({ length: 120 }, (_, row) => centres[row % 4]!.map((at) => at + stream.normal() / 15))
  const order = shuffle(Int32Array.from(rows.keys()), stream)
  return [...Array.from(order, (row) => rows[row]!), ...rows.slice(0, 7)]
}

/** Labels as a partition: the same for the same groups, however they are numbered. */
function partition(labels: Int32Array): number[] {
  const seen = new Map<number, number>([[-1, -1]])
  return Array.from(labels, (label) => {
    if (!seen.has(label)) seen.set(label, seen.size - 1)
    return seen.get(label)!
  })
}

/** Tests that a clusterer keeps what all of them promise. */
export function keepsTheContract(clusterer: Clusterer): void {
  describe(`${clusterer.name} keeps the contract of clusterers:`, () => {
    answers(clusterer)
    sameAnswers(clusterer)
    refusals(clusterer)
    if (clusterer.clusterAsync !== undefined) asynchronousForm(clusterer, clusterer.clusterAsync)
  })
}

function answers({ cluster, counts, noise }: Clusterer): void {
  test('labels are in range, no cluster is empty, and clusters are numbered by their first row', () => {
    for (const points of [clouds(1), randomRows(2, 60, 2), randomRows(3, 40, 1)]) {
      for (const k of counts ? [1, 2, 4, 9] : [K]) {
        const { labels, sizes } = cluster(points, k, asked)
        expect(labels).toBeInstanceOf(Int32Array)
        expect(sizes).toBeInstanceOf(Float64Array)
        expect(labels.length).toBe(points.length)
        if (counts) expect(sizes.length).toBe(k)
        expect(partition(labels)).toEqual(Array.from(labels))
        expect(Math.max(...labels)).toBe(sizes.length - 1)
        expect(Math.min(...labels)).toBeGreaterThanOrEqual(noise === true ? -1 : 0)
        expect(Math.min(...sizes)).toBeGreaterThan(0)
      }
    }
  })

  test('four clouds are told apart', () => {
    const points = clouds(5)
    const corner = points.map(([x, y]) => (x! > 0.5 ? 1 : 0) + (y! > 0.5 ? 2 : 0))
    const { labels } = cluster(points, K, asked)
    const pairs = new Set(Array.from(labels, (label, row) => (label < 0 ? 'noise' : `${label} ${corner[row]}`)))
    pairs.delete('noise')
    expect(pairs.size).toBe(K)
  })

  test('everything in the answer is finite and survives structuredClone', () => {
    const answer = cluster(clouds(6), K, asked)
    expect(structuredClone(answer)).toEqual(answer)
    expect(notFinite(answer)).toEqual([])
  })

  test('so it is, and no cluster is empty, for any few rows, however alike or far apart', () => {
    const coarse = fc.integer({ min: -3, max: 3 })
    const extreme = fc.constantFrom(1e-200, 2e-200, -1e-155, 5e-324, 1e100, -1e100)
    const cell = fc.oneof(coarse, extreme, fc.double({ min: -1e100, max: 1e100, noNaN: true }))
    const rows = fc.oneof(
      fc.array(fc.tuple(coarse, coarse), { minLength: 1, maxLength: 15 }),
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 15 }),
    )
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 6 }), fc.nat(), (points, wanted, seed) => {
        const k = Math.min(wanted, new Set(points.map((point) => point.map((value) => value + 0).join())).size)
        const answer = cluster(points, k, { seed, unit: 1 })
        expect(notFinite(answer)).toEqual([])
        if (counts) expect(answer.sizes.length).toBe(k)
        if (answer.sizes.length > 0) expect(Math.min(...answer.sizes)).toBeGreaterThan(0)
      }),
      { numRuns: 100 },
    )
  })
}

/** The numbers of an answer that are not finite. */
function notFinite(answer: Clustered): unknown[] {
  const numbers = Object.values(answer).flatMap(function flat(value: unknown): unknown[] {
    if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array)
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(flat) : [value]
  })
  return numbers.filter((value) => typeof value === 'number' && !Number.isFinite(value))
}

function sameAnswers({ cluster, weighs, orderFree }: Clusterer): void {
  test('the same seed gives the same bits, for rows as for a Dense, and the points stay as they were', () => {
    const rows = clouds(7)
    const points = { rows: rows.length, columns: 3, values: Float64Array.from(rows.flat()) }
    const before = structuredClone(points)
    const answer = cluster(points, K, asked)
    expect(points).toEqual(before)
    const kept = structuredClone(answer)
    expect(cluster(rows, K, asked)).toEqual(kept)
    expect(answer).toEqual(kept)
  })

  test('one factor for all columns leaves the labels', () => {
    const points = clouds(8)
    const { labels } = cluster(points, K, asked)
    for (const unit of [1024, 1 / 3, 7e-6, 3e9]) {
      const scaled = points.map((point) => point.map((value) => value * unit))
      expect(cluster(scaled, K, { ...asked, unit }).labels).toEqual(labels)
    }
  })

  if (orderFree)
    test('permuting rows permutes labels', () => {
      const points = clouds(9)
      const { labels } = cluster(points, K, asked)
      const order = shuffle(Int32Array.from(points.keys()), random(9))
      const permuted = Array.from(order, (row) => points[row]!)
      expect(partition(cluster(permuted, K, asked).labels)).toEqual(partition(order.map((row) => labels[row]!)))
    })

  if (weighs)
    test('a row of weight 2 is a row given twice', () => {
      const points = clouds(10)
      const weights = points.map((_, row) => 1 + (row % 3))
      const repeated = points.flatMap((point, row) => Array.from({ length: weights[row]! }, () => point))
      const weighted = cluster(points, K, { ...asked, weights })
      const plain = cluster(repeated, K, asked)
      expect(Array.from(plain.labels)).toEqual(
        Array.from(weighted.labels).flatMap((label, row) => Array.from({ length: weights[row]! }, () => label)),
      )
      weighted.sizes.forEach((size, label) => expect(plain.sizes[label]).toBeCloseTo(size, 9))
    })
}

function refusals({ name, cluster, checksK = name, counts, weighs }: Clusterer): void {
  const good = [
    [1, 2],
    [3, 4],
    [1, 2],
  ]

  test.each([
    [
      [
        [1, 2],
        [3, NaN],
      ],
      `${name}: points[1][1] must be finite, got NaN`,
    ],
    [
      [
        [1, 2],
        [-Infinity, 3],
      ],
      `${name}: points[1][0] must be finite, got -Infinity`,
    ],
    [[[1, 2], [3]], `${name}: points[1].length must be 2, as in the first row, got 1`],
    [
      [
        [1, 2],
        [3, 1e200],
      ],
      `${name}: points[1][1] must be between -1e+100 and 1e+100, got 1e+200`,
    ],
    [[], `${name}: points must have at least one row, got an array of 0`],
    [[[], []], `${name}: points must have at least one column, got an array of 2`],
  ])('points that cannot be: %j', (points, message) => {
    expect(() => cluster(points, 1, asked)).toThrow(new RangeError(message))
  })

  if (counts)
    test.each([
      [0, `${checksK}: k must be at least 1, got 0`],
      [2.5, `${checksK}: k must be an integer, got 2.5`],
      [3, `${checksK}: k must be at most 2, the number of distinct rows, got 3`],
    ])('k = %d', (k, message) => {
      expect(() => cluster(good, k, asked)).toThrow(new RangeError(message))
    })

  if (counts)
    test('as many clusters as distinct rows are possible', () => {
      expect(Array.from(cluster([...good, [9, 9]], 3, asked).labels)).toEqual([0, 1, 0, 2])
    })

  if (weighs)
    test.each([
      [[1, -1, 1], `${name}: weights[1] must be at least 0, got -1`],
      [[1, 1], `${name}: weights.length must be 3, one per row, got 2`],
      [[0, 0, 0], `${name}: weights must hold at least one number above 0, got an array of 3`],
    ])('weights %j', (weights, message) => {
      expect(() => cluster(good, 1, { ...asked, weights })).toThrow(new RangeError(message))
    })
}

function asynchronousForm({ cluster }: Clusterer, clusterAsync: NonNullable<Clusterer['clusterAsync']>): void {
  test('the asynchronous form gives the same bits', async () => {
    const points = clouds(11)
    expect(await clusterAsync(points, K, asked)).toEqual(cluster(points, K, asked))
  })

  test('progress only grows, up to its total', async () => {
    const seen: { done: number; total: number }[] = []
    await clusterAsync(randomRows(12, 3000, 4), K, { ...asked, onProgress: (progress) => seen.push(progress) })
    expect(seen.length).toBeGreaterThan(0)
    const done = seen.map((progress) => progress.done)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
    expect(done.at(-1)).toBeLessThanOrEqual(seen.at(-1)!.total)
  })

  test('an abort rejects with the reason of the signal, before it starts and half-way', async () => {
    const reason = new Error('enough')
    await expect(clusterAsync(clouds(13), K, { ...asked, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    const stop = new AbortController()
    const onProgress = () => stop.abort(reason)
    const running = clusterAsync(randomRows(13, 3000, 4), K, { ...asked, signal: stop.signal, onProgress })
    await expect(running).rejects.toBe(reason)
  })

  test('bad arguments reject instead of throwing', async () => {
    await expect(clusterAsync([[NaN]], 1, asked)).rejects.toThrow('points[0][0] must be finite, got NaN')
  })
}
