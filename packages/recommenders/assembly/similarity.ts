const DOT: i32 = 0
export const COSINE: i32 = 1
const JACCARD: i32 = 2
const LOG_LIKELIHOOD: i32 = 3
const PEARSON: i32 = 4
const MEAN_SQUARED_DIFFERENCE: i32 = 6
const RESIDUAL_COSINE: i32 = 7
export const MEAN_DIFFERENCE: i32 = 8

/** The similarity of two rows; `pair` is the address of what was added up for them, see the twin. */
export function similarityOf(kind: i32, pair: usize, own: f64, other: f64, total: i32, xlogx: usize): f64 {
  const dot = load<f64>(pair)
  if (kind == DOT) return dot
  if (kind == COSINE) return dot / Math.sqrt(own * other)
  if (kind == JACCARD) return dot / (own + other - dot)
  if (kind == LOG_LIKELIHOOD) return logLikelihood(dot, own, other, total, xlogx)
  if (kind == PEARSON) return pearson(pair)
  if (kind == MEAN_DIFFERENCE) return (load<f64>(pair, 24) - load<f64>(pair, 16)) / load<f64>(pair, 8)
  const left = load<f64>(pair, 32)
  const right = load<f64>(pair, 40)
  if (kind == MEAN_SQUARED_DIFFERENCE) {
    const squares = max(0, left + right - 2 * dot)
    return 1 / (squares / load<f64>(pair, 8) + 1)
  }
  return left > 0 && right > 0 ? dot / Math.sqrt(left * right) : 0
}

/** See the twin; shrinkage is above 0. */
export function trustOf(kind: i32, support: f64, shrinkage: f64): f64 {
  const known = kind == RESIDUAL_COSINE ? support - 1 : support
  return known / (known + shrinkage)
}

const ROUNDING: f64 = 1e-12

function pearson(pair: usize): f64 {
  const count = load<f64>(pair, 8)
  const left = load<f64>(pair, 16)
  const right = load<f64>(pair, 24)
  const leftSquares = count * load<f64>(pair, 32)
  const rightSquares = count * load<f64>(pair, 40)
  const leftVariance = leftSquares - left * left
  const rightVariance = rightSquares - right * right
  if (!(leftVariance > ROUNDING * leftSquares && rightVariance > ROUNDING * rightSquares)) return 0
  return (count * load<f64>(pair) - left * right) / Math.sqrt(leftVariance * rightVariance)
}

function logLikelihood(both: f64, own: f64, other: f64, total: i32, xlogx: usize): f64 {
  const all = <f64>total
  if (both * all <= own * other) return 0
  const cells = entry(xlogx, both) + entry(xlogx, own - both) + entry(xlogx, other - both)
  const neither = entry(xlogx, all - own - other + both)
  const margins = entry(xlogx, own) + entry(xlogx, all - own) + entry(xlogx, other) + entry(xlogx, all - other)
  const ratio = 2 * (cells + neither + entry(xlogx, all) - margins)
  return ratio > 0 ? 1 - 1 / (1 + ratio) : 0
}

function entry(xlogx: usize, x: f64): f64 {
  return load<f64>(xlogx + ((<usize>x) << 3))
}
