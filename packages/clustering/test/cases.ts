import type { PooledOptions } from '@clientele/compute'
import { random } from '@clientele/core'
import {
  elbow,
  elbowAsync,
  fitAutoencoder,
  fitAutoencoderAsync,
  kmeans,
  kmeansAsync,
  nearest,
  nearestAsync,
  type Dense,
  type FittedAutoencoder,
} from '../src/index.js'

/** A function on given data, inline and on a pool: both must give the same bits, on any pool and in any browser. */
export interface Case {
  readonly title: string
  inline(): unknown
  pooled(options: PooledOptions): Promise<unknown>
}

function points(name: string, rows: number, columns: number): Dense {
  return { rows, columns, values: Float64Array.from({ length: rows * columns }, random(name).normal) }
}

const many = points('many', 30_000, 5)
const few = points('few', 400, 3)
const initial = { rows: 9, columns: 5, values: many.values.slice(0, 45) }
const settings = { seed: 1, restarts: 2, iterations: 12 }
const swaps = { seed: 1, restarts: 1, search: 'swap', tries: 5 } as const

/** Numbers and typed arrays alone: what a digest reads. */
const plain = ({ converged, ...rest }: { readonly converged: boolean }) => ({ ...rest, converged: Number(converged) })

const training = { seed: 1, hidden: [20, 6], epochs: 8 }

/** What an autoencoder has learned, and the codes it gives. */
const network = ({ parameters, validationLosses, encode }: FittedAutoencoder) => ({
  weights: parameters.weights,
  validationLosses,
  codes: encode(few).values,
})

/** Work in one block and in many, from given and drawn centroids, with weights and without. */
export const cases: readonly Case[] = [
  {
    title: 'kmeans from given centroids',
    inline: () => plain(kmeans(many, 9, { initial, iterations: 15, tolerance: 0 })),
    pooled: async (options) => plain(await kmeansAsync(many, 9, { initial, iterations: 15, tolerance: 0, ...options })),
  },
  {
    title: 'kmeans with seeding',
    inline: () => plain(kmeans(many, 5, settings)),
    pooled: async (options) => plain(await kmeansAsync(many, 5, { ...settings, ...options })),
  },
  {
    title: 'kmeans with weights',
    inline: () => plain(kmeans(many, 3, { ...settings, weights: many.values.subarray(0, 30_000).map(Math.abs) })),
    pooled: async (options) => {
      const weights = many.values.subarray(0, 30_000).map(Math.abs)
      return plain(await kmeansAsync(many, 3, { ...settings, weights, ...options }))
    },
  },
  {
    title: 'kmeans with swaps',
    inline: () => plain(kmeans(few, 7, swaps)),
    pooled: async (options) => plain(await kmeansAsync(few, 7, { ...swaps, ...options })),
  },
  {
    title: 'elbow',
    inline: () => elbow(few, [1, 2, 3, 8], { seed: 'elbow' }),
    pooled: (options) => elbowAsync(few, [1, 2, 3, 8], { seed: 'elbow', ...options }),
  },
  {
    title: 'nearest',
    inline: () => nearest(many, initial),
    pooled: (options) => nearestAsync(many, initial, options),
  },
  {
    title: 'autoencoder',
    inline: () => network(fitAutoencoder(few, training)),
    pooled: async (options) => network(await fitAutoencoderAsync(few, { ...training, ...options })),
  },
]
