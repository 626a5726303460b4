import { tanhInPlace } from './tanh'

function widthOf(widths: usize, level: i32): i32 {
  return load<i32>(widths + ((<usize>level) << 2))
}

/** As in the twin. A tile of 4 × 4 sums stays in registers over the whole depth. */
function addProduct(a: usize, aRow: i32, aStep: i32, b: usize, depth: i32, rows: i32, columns: i32, into: usize): void {
  const stride = (<usize>columns) << 3
  const toNextRow = (<usize>aRow) << 3
  const toNextTerm = (<usize>aStep) << 3
  for (let i = 0; i < rows; i += 4) {
    const a0 = a + <usize>i * toNextRow
    for (let j = 0; j < columns; j += 4) {
      addTile(
        a0,
        toNextRow,
        toNextTerm,
        b + ((<usize>j) << 3),
        depth,
        stride,
        into + <usize>i * stride + ((<usize>j) << 3),
      )
    }
  }
}

function addTile(
  a: usize,
  toNextRow: usize,
  toNextTerm: usize,
  b: usize,
  depth: i32,
  stride: usize,
  into: usize,
): void {
  let s00 = v128.load(into)
  let s01 = v128.load(into, 16)
  let s10 = v128.load(into + stride)
  let s11 = v128.load(into + stride, 16)
  let s20 = v128.load(into + 2 * stride)
  let s21 = v128.load(into + 2 * stride, 16)
  let s30 = v128.load(into + 3 * stride)
  let s31 = v128.load(into + 3 * stride, 16)
  for (let k = 0; k < depth; k++) {
    const b0 = v128.load(b)
    const b1 = v128.load(b, 16)
    let factor = v128.load64_splat(a)
    s00 = f64x2.add(s00, f64x2.mul(factor, b0))
    s01 = f64x2.add(s01, f64x2.mul(factor, b1))
    factor = v128.load64_splat(a + toNextRow)
    s10 = f64x2.add(s10, f64x2.mul(factor, b0))
    s11 = f64x2.add(s11, f64x2.mul(factor, b1))
    factor = v128.load64_splat(a + 2 * toNextRow)
    s20 = f64x2.add(s20, f64x2.mul(factor, b0))
    s21 = f64x2.add(s21, f64x2.mul(factor, b1))
    factor = v128.load64_splat(a + 3 * toNextRow)
    s30 = f64x2.add(s30, f64x2.mul(factor, b0))
    s31 = f64x2.add(s31, f64x2.mul(factor, b1))
    a += toNextTerm
    b += stride
  }
  v128.store(into, s00)
  v128.store(into, s01, 16)
  v128.store(into + stride, s10)
  v128.store(into + stride, s11, 16)
  v128.store(into + 2 * stride, s20)
  v128.store(into + 2 * stride, s21, 16)
  v128.store(into + 3 * stride, s30)
  v128.store(into + 3 * stride, s31, 16)
}

/** As in the twin. */
export function forward(layers: i32, widths: usize, curved: usize, parameters: usize, work: usize, rows: i32): void {
  let level = work
  let weights = parameters
  for (let layer = 0; layer < layers; layer++) {
    const inputs = widthOf(widths, layer)
    const outputs = widthOf(widths, layer + 1)
    const bytes = (<usize>outputs) << 3
    const biases = weights + <usize>inputs * bytes
    const next = level + ((<usize>rows * inputs) << 3)
    for (let row = 0; row < rows; row++) memory.copy(next + <usize>row * bytes, biases, bytes)
    addProduct(level, inputs, 1, weights, inputs, rows, outputs, next)
    if (load<i32>(curved + ((<usize>layer) << 2)) == 1) tanhInPlace(next, rows * outputs)
    weights = biases + bytes
    level = next
  }
}

/** As in the twin. */
export function backward(
  layers: i32,
  widths: usize,
  curved: usize,
  parameters: usize,
  work: usize,
  rows: i32,
  gradient: usize,
): void {
  let widest = 0
  for (let level = 0; level <= layers; level++) widest = max(widest, widthOf(widths, level))
  let level = levelAt(widths, layers, work, rows)
  let delta = level + ((<usize>rows * widthOf(widths, layers)) << 3)
  let spare = delta + ((<usize>rows * widest) << 3)
  const transposed = spare + ((<usize>rows * widest) << 3)
  let at = parameterCount(widths, layers)
  for (let layer = layers - 1; layer >= 0; layer--) {
    const inputs = widthOf(widths, layer)
    const outputs = widthOf(widths, layer + 1)
    at -= (inputs + 1) * outputs
    if (load<i32>(curved + ((<usize>layer) << 2)) == 1) timesSlope(delta, level, rows * outputs)
    level = levelAt(widths, layer, work, rows)
    const slopes = gradient + ((<usize>at) << 3)
    addProduct(level, 1, inputs, delta, rows, inputs, outputs, slopes)
    addRows(delta, rows, outputs, slopes + ((<usize>inputs * outputs) << 3))
    if (layer == 0) return
    transpose(parameters + ((<usize>at) << 3), inputs, outputs, transposed)
    memory.fill(spare, 0, (<usize>rows * inputs) << 3)
    addProduct(delta, outputs, 1, transposed, outputs, rows, inputs, spare)
    const other = delta
    delta = spare
    spare = other
  }
}

/** How many numbers the layers have. */
export function parameterCount(widths: usize, layers: i32): i32 {
  let count = 0
  for (let layer = 0; layer < layers; layer++) count += (widthOf(widths, layer) + 1) * widthOf(widths, layer + 1)
  return count
}

/** Where a level of a batch stands. */
export function levelAt(widths: usize, level: i32, work: usize, rows: i32): usize {
  for (let before = 0; before < level; before++) work += (<usize>rows * widthOf(widths, before)) << 3
  return work
}

/** delta *= 1 - output², the slope of tanh. */
function timesSlope(delta: usize, outputs: usize, length: i32): void {
  const end = delta + ((<usize>length) << 3)
  for (; delta < end; delta += 16, outputs += 16) {
    const output = v128.load(outputs)
    const slope = f64x2.sub(f64x2.splat(1), f64x2.mul(output, output))
    v128.store(delta, f64x2.mul(v128.load(delta), slope))
  }
}

function addRows(matrix: usize, rows: i32, columns: i32, into: usize): void {
  const bytes = (<usize>columns) << 3
  for (let row = 0; row < rows; row++, matrix += bytes) {
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(into + at, f64x2.add(v128.load(into + at), v128.load(matrix + at)))
    }
  }
}

function transpose(matrix: usize, rows: i32, columns: i32, into: usize): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, matrix += 8) {
      store<f64>(into + ((<usize>column * rows + row) << 3), load<f64>(matrix))
    }
  }
}
