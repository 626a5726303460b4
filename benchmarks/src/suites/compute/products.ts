import { multiply, multiplyAsync, type Matrix } from '@clientele/compute'
import { readData } from '../../data/data-set.js'
import { normalMatrices } from '../../data/normal-matrices.js'
import { matrixOf } from './matrix-of.js'
import type { Work } from '../../suite.js'
import { plainProduct } from './plain-product.js'
import { sampleOf } from './sample-of.js'

type F32 = Matrix<Float32Array>

/** Two square matrices to be multiplied. */
export const squares = (size: number) =>
  normalMatrices(`squares-${size}`, 1, { left: [size, size], right: [size, size] })

/** The product of `squares(size)`, as the given function computes it. */
const product =
  (size: number, multiplied: (left: F32, right: F32) => F32 | Promise<F32>): Work =>
  (folders) => {
    const { left, right } = readData(folders[`squares-${size}`]!)
    const [a, b] = [matrixOf(left!), matrixOf(right!)]
    return {
      run: () => multiplied(a, b),
      answer: ({ values }: F32) => ({ numbers: sampleOf(values) }),
    }
  }

export const inlineProduct = (size: number) => product(size, multiply)

export const pooledProduct = (size: number, workers: number) =>
  product(size, (left, right) => multiplyAsync(left, right, { workers }))

export const plainLoops = (size: number) => product(size, plainProduct)
