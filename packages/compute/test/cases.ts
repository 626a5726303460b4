// One list of cases for kernels and twins, for any number of workers, for Node and Chromium.
import {
  cholesky,
  choleskyAsync,
  gram,
  gramAsync,
  inversePositiveDefinite,
  inversePositiveDefiniteAsync,
  multiply,
  multiplyAsync,
  sparseTimesDense,
  sparseTimesDenseAsync,
  squaredDistances,
  squaredDistancesAsync,
  timesVector,
  timesVectorAsync,
  topOfRows,
  topOfRowsAsync,
  topProducts,
  topProductsAsync,
  type Floats,
  type PooledOptions,
} from '@clientele/compute'
import { matrix, positiveDefinite, scores, sparse } from './made.js'

/** A call of a public function, in both its forms. */
export interface Case {
  readonly title: string
  readonly inline: () => unknown
  readonly pooled: (options: PooledOptions) => Promise<unknown>
}

const precisions: readonly (readonly [string, new (length: number) => Floats])[] = [
  ['f32', Float32Array],
  ['f64', Float64Array],
]

/** Shapes at the edges of tiles (4, 8), of blocks of rows (128) and of depth (256), and some that are none. */
const products = [
  [1, 1, 1],
  [1, 3, 5],
  [3, 4, 1],
  [4, 5, 8],
  [5, 257, 9],
  [127, 8, 31],
  [128, 256, 16],
  [129, 255, 33],
  [255, 17, 129],
  [257, 300, 12],
  [66, 513, 67],
] as const

const multiplications: Case[] = precisions.flatMap(([name, kind]) =>
  products.map(([rows, depth, columns]) => {
    const left = matrix(rows, depth, kind)
    const right = matrix(depth, columns, kind)
    return {
      title: `multiply ${name} ${rows} × ${depth} × ${columns}`,
      inline: () => multiply(left, right),
      pooled: (options) => multiplyAsync(left, right, options),
    }
  }),
)

const grams: Case[] = precisions.flatMap(([name, kind]) =>
  (
    [
      [1, 1],
      [3, 4],
      [5, 3],
      [255, 7],
      [256, 8],
      [257, 9],
      [4097, 5],
      [9000, 12],
      [60, 128],
      [60, 129],
      [130, 257],
      [300, 260],
    ] as const
  ).map(([rows, columns]) => {
    const x = matrix(rows, columns, kind)
    return {
      title: `gram ${name} ${rows} × ${columns}`,
      inline: () => gram(x),
      pooled: (options) => gramAsync(x, options),
    }
  }),
)

const orders = [1, 2, 3, 4, 5, 31, 127, 128, 129, 255, 256, 257, 390]

const factorisations: Case[] = orders.map((n) => {
  const made = positiveDefinite(n)
  return {
    title: `cholesky ${n}`,
    inline: () => cholesky(made),
    pooled: (options) => choleskyAsync(made, options),
  }
})

const inverses: Case[] = orders.map((n) => {
  const made = positiveDefinite(n)
  return {
    title: `inversePositiveDefinite ${n}`,
    inline: () => inversePositiveDefinite(made),
    pooled: (options) => inversePositiveDefiniteAsync(made, options),
  }
})

const vectors: Case[] = precisions.flatMap(([name, kind]) =>
  (
    [
      [1, 1],
      [3, 3],
      [4, 5],
      [5, 8],
      [7, 127],
      [128, 129],
      [257, 255],
    ] as const
  ).map(([rows, columns]) => {
    const left = matrix(rows, columns, kind)
    const { values } = matrix(1, columns, kind)
    return {
      title: `timesVector ${name} ${rows} × ${columns}`,
      inline: () => timesVector(left, values),
      pooled: (options) => timesVectorAsync(left, values, options),
    }
  }),
)

const distances: Case[] = (
  [
    [1, 1, 1],
    [3, 5, 2],
    [129, 4, 3],
    [255, 7, 8],
    [1000, 13, 129],
  ] as const
).map(([rows, k, columns]) => {
  const points = matrix(rows, columns)
  const centers = matrix(k, columns)
  return {
    title: `squaredDistances ${rows} × ${k}, ${columns} columns`,
    inline: () => squaredDistances(points, centers),
    pooled: (options) => squaredDistancesAsync(points, centers, options),
  }
})

const sparseProducts: Case[] = (
  [
    [1, 1, 1],
    [3, 4, 5],
    [129, 40, 7],
    [1025, 30, 8],
    [2300, 17, 3],
  ] as const
).map(([rows, inner, columns]) => {
  const left = sparse(rows, inner)
  const right = matrix(inner, columns)
  return {
    title: `sparseTimesDense ${rows} × ${inner} × ${columns}`,
    inline: () => sparseTimesDense(left, right),
    pooled: (options) => sparseTimesDenseAsync(left, right, options),
  }
})

const tops: Case[] = (
  [
    [1, 1, 1],
    [3, 4, 4],
    [4, 3, 5],
    [129, 127, 10],
    [5, 257, 1],
  ] as const
).map(([rows, columns, n]) => {
  const made = scores(rows, columns)
  return {
    title: `topOfRows ${n} of ${rows} × ${columns}`,
    inline: () => topOfRows(made, n),
    pooled: (options) => topOfRowsAsync(made, n, options),
  }
})

const topsOfProducts: Case[] = (
  [
    [1, 1, 1, 1],
    [3, 5, 4, 2],
    [17, 8, 9, 20],
    [129, 64, 127, 10],
    [257, 257, 31, 5],
  ] as const
).map(([rows, factors, items, n]) => {
  const left = matrix(rows, factors, Float32Array)
  const right = matrix(items, factors, Float32Array)
  const struckOut = sparse(rows, items)
  return {
    title: `topProducts ${n} of ${rows} × ${items}, ${factors} factors`,
    inline: () => topProducts(left, right, n, { struckOut }),
    pooled: (options) => topProductsAsync(left, right, n, { ...options, struckOut }),
  }
})

export const cases: readonly Case[] = [
  ...multiplications,
  ...grams,
  ...factorisations,
  ...inverses,
  ...vectors,
  ...distances,
  ...sparseProducts,
  ...tops,
  ...topsOfProducts,
]
