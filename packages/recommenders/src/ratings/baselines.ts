import {
  checkAllFinite,
  checkInteger,
  checkNumber,
  type Csr,
  type ModelArray,
  type ModelFile,
  type Steps,
} from '@clientele/core'
import { profileOfRow, type Profile } from '../profile.js'

/** How baselines are learned. */
export interface BaselineOptions {
  /**
   * Ratings near the mean that a customer is thought to have given besides their own: the more, the less a few ratings say of how
   * freely somebody rates. At least 0; default 15.
   */
  readonly customerRegularization?: number
  /** The same for products: the more, the less a few ratings say of how good a product is. At least 0; default 10. */
  readonly productRegularization?: number
  /** How often products and customers are looked at in turn, at least 1; default 10. */
  readonly epochs?: number
}

/** What a rating is expected to be: the mean of all, and how far customers and products are from it. */
export interface Baselines {
  /** The mean of all ratings. */
  readonly mean: number
  /** Per product: how far above the mean it is rated, with customers' own biases taken out. */
  readonly products: Float64Array
  /** See {@link BaselineOptions}. */
  readonly customerRegularization: number
}

/**
 * Options with their defaults.
 * @param fn the calling function, named in errors
 * @throws RangeError or TypeError when one is not as {@link BaselineOptions} says
 */
export function resolveBaselines(fn: string, options: BaselineOptions): Required<BaselineOptions> {
  const { customerRegularization = 15, productRegularization = 10, epochs = 10 } = options
  checkNumber(fn, 'customerRegularization', customerRegularization, { min: 0, max: 1e100 })
  checkNumber(fn, 'productRegularization', productRegularization, { min: 0, max: 1e100 })
  checkInteger(fn, 'epochs', epochs, { min: 1 })
  return { customerRegularization, productRegularization, epochs }
}

/**
 * Baselines by alternating least squares: products' biases with customers' held fixed, then the other way round.
 *
 * O(epochs × cells) time; memory for one number per customer and product.
 * @see Koren (2010), "Factor in the neighbors", ACM Transactions on Knowledge Discovery from Data 4, section 2.1
 */
export function* fitBaselines(
  matrix: Csr,
  { customerRegularization, productRegularization, epochs }: Required<BaselineOptions>,
): Steps<Baselines> {
  const mean = meanOf(matrix.values)
  const counts = new Float64Array(matrix.columns)
  for (const product of matrix.indices) counts[product]!++
  const customers = new Float64Array(matrix.rows)
  let baselines: Baselines = { mean, products: new Float64Array(matrix.columns), customerRegularization }
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const products = productResiduals(matrix, mean, customers)
    for (let product = 0; product < products.length; product++) {
      if (counts[product]! > 0) products[product]! /= productRegularization + counts[product]!
    }
    baselines = { mean, products, customerRegularization }
    yield { stage: 'baselines', done: epoch - 0.5, total: epochs }
    for (let row = 0; row < matrix.rows; row++) customers[row] = customerBias(profileOfRow(matrix, row), baselines)
    yield { stage: 'baselines', done: epoch, total: epochs }
  }
  return baselines
}

/** How far above the mean somebody rates, with products' biases taken out; 0 without ratings. O(ratings). */
export function customerBias(
  { items, values }: Profile,
  { mean, products, customerRegularization }: Baselines,
): number {
  let sum = 0
  for (let i = 0; i < items.length; i++) sum += values[i]! - mean - products[items[i]!]!
  return items.length === 0 ? 0 : sum / (customerRegularization + items.length)
}

/** Ratings less what the baselines expect, in the same cells. O(cells). */
export function residualsOf(matrix: Csr, baselines: Baselines): Csr {
  const values = new Float64Array(matrix.values.length)
  for (let row = 0; row < matrix.rows; row++) {
    values.set(residuals(profileOfRow(matrix, row), baselines).values, matrix.offsets[row])
  }
  return { ...matrix, values }
}

/** The ratings of one history less what the baselines expect. O(ratings). */
export function residuals(profile: Profile, baselines: Baselines): Profile {
  const level = baselines.mean + customerBias(profile, baselines)
  return {
    ...profile,
    values: profile.values.map((value, i) => value - (level + baselines.products[profile.items[i]!]!)),
  }
}

/** The mean of numbers; 0 of none. */
export function meanOf(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / Math.max(1, values.length)
}

/** Per product, ratings less the mean and the customers' biases, added up. */
function productResiduals({ rows, columns, offsets, indices, values }: Csr, mean: number, customers: Float64Array) {
  const sums = new Float64Array(columns)
  for (let row = 0; row < rows; row++) {
    for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) {
      sums[indices[cell]!]! += values[cell]! - mean - customers[row]!
    }
  }
  return sums
}

/** Baselines as arrays of a file; {@link baselinesOf} is the way back. */
export function baselinesArrays(baselines: Baselines | undefined): Record<string, ModelArray> {
  return baselines === undefined ? {} : { productBiases: baselines.products }
}

/**
 * The baselines of a file.
 * @throws RangeError when they are not whole
 */
export function baselinesOf(
  fn: string,
  file: ModelFile,
  matrix: Csr,
  { customerRegularization }: Required<BaselineOptions>,
): Baselines {
  const products = file.array('productBiases', 'f64', matrix.columns)
  checkAllFinite(fn, 'bytes.productBiases', products)
  return { mean: meanOf(matrix.values), products, customerRegularization }
}
