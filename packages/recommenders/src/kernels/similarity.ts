/** How what was added up for a pair of rows becomes a similarity; the numbers are those that the compiled kernel knows. */
export const KIND = {
  dot: 0,
  cosine: 1,
  jaccard: 2,
  logLikelihood: 3,
  pearson: 4,
  commonCosine: 5,
  meanSquaredDifference: 6,
  residualCosine: 7,
  meanDifference: 8,
} as const

/** A share of a variance below this is rounding: all values are the same. */
const ROUNDING = 1e-12

/**
 * The similarity of two rows x and y. `pair` holds, from `at` on, sums over the columns that both have: Σxy; where more was
 * asked for, their number n; and then Σx, Σy, Σx², Σy².
 *
 * - dot: Σxy
 * - cosine: Σxy ÷ √(own × other), sizes being sums of squares. One root of the product, so that equal shares give equal bits.
 * - jaccard: n ÷ (own + other - n), sizes being numbers of columns and values 1
 * - logLikelihood: 1 - 1 ÷ (1 + G²) of the table (both, only x, only y, neither of `total`); 0 for pairs that meet no more often
 *   than chance has it. `xlogx` holds x ln x of 0, 1, …, `total`.
 * - pearson: correlation over the columns that both have; 0 where either is constant there
 * - commonCosine: Σxy ÷ √(Σx² Σy²), over the columns that both have
 * - meanSquaredDifference: 1 ÷ (1 + Σ(x - y)² ÷ n)
 * - residualCosine: as commonCosine; one column less counts as support, see {@link trustOf}
 * - meanDifference: Σ(y - x) ÷ n, which may be below 0
 */
export function similarityOf(
  kind: number,
  pair: Float64Array,
  at: number,
  own: number,
  other: number,
  total: number,
  xlogx: Float64Array,
): number {
  const dot = pair[at]!
  if (kind === KIND.dot) return dot
  if (kind === KIND.cosine) return dot / Math.sqrt(own * other)
  if (kind === KIND.jaccard) return dot / (own + other - dot)
  if (kind === KIND.logLikelihood) return logLikelihood(dot, own, other, total, xlogx)
  if (kind === KIND.pearson) return pearson(pair, at)
  if (kind === KIND.meanDifference) return (pair[at + 3]! - pair[at + 2]!) / pair[at + 1]!
  const left = pair[at + 4]!
  const right = pair[at + 5]!
  if (kind === KIND.meanSquaredDifference) return 1 / (Math.max(0, left + right - 2 * dot) / pair[at + 1]! + 1)
  return left > 0 && right > 0 ? dot / Math.sqrt(left * right) : 0
}

/**
 * How far a similarity is trusted that rests on `support` columns: support ÷ (support + shrinkage). Residuals of one column are of
 * a correlation of 1 or -1 whatever they are, so that there one column less counts.
 */
export function trustOf(kind: number, support: number, shrinkage: number): number {
  if (shrinkage === 0) return 1
  const known = kind === KIND.residualCosine ? support - 1 : support
  return known / (known + shrinkage)
}

function pearson(pair: Float64Array, at: number): number {
  const count = pair[at + 1]!
  const left = pair[at + 2]!
  const right = pair[at + 3]!
  const leftSquares = count * pair[at + 4]!
  const rightSquares = count * pair[at + 5]!
  const leftVariance = leftSquares - left * left
  const rightVariance = rightSquares - right * right
  if (!(leftVariance > ROUNDING * leftSquares && rightVariance > ROUNDING * rightSquares)) return 0
  return (count * pair[at]! - left * right) / Math.sqrt(leftVariance * rightVariance)
}

function logLikelihood(both: number, own: number, other: number, all: number, xlogx: Float64Array): number {
  if (both * all <= own * other) return 0
  const cells = xlogx[both]! + xlogx[own - both]! + xlogx[other - both]!
  const neither = xlogx[all - own - other + both]!
  const margins = xlogx[own]! + xlogx[all - own]! + xlogx[other]! + xlogx[all - other]!
  const ratio = 2 * (cells + neither + xlogx[all]! - margins)
  return ratio > 0 ? 1 - 1 / (1 + ratio) : 0
}
