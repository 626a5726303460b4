import { backward, forward, levelAt, parameterCount } from './network'

const PASS_ROWS: i32 = 64
const FIRST_DECAY: f64 = 0.9
const SECOND_DECAY: f64 = 0.999
const LEAST_ROOT: f64 = 1e-8

/** Rows come in tiles of four. */
function wholeTiles(rows: i32): i32 {
  return (rows + 3) & ~3
}

/** As in the twin. */
export function passRows(
  points: usize,
  layers: i32,
  widths: usize,
  curved: usize,
  parameters: usize,
  into: usize,
  work: usize,
  start: i32,
  end: i32,
): void {
  const inputs = (<usize>load<i32>(widths)) << 3
  const outputs = (<usize>load<i32>(widths + ((<usize>layers) << 2))) << 3
  for (let row = start; row < end; row += PASS_ROWS) {
    const count = min(PASS_ROWS, end - row)
    const rows = wholeTiles(count)
    memory.copy(work, points + <usize>row * inputs, <usize>count * inputs)
    memory.fill(work + <usize>count * inputs, 0, <usize>(rows - count) * inputs)
    forward(layers, widths, curved, parameters, work, rows)
    memory.copy(into + <usize>row * outputs, levelAt(widths, layers, work, rows), <usize>count * outputs)
  }
}

/** As in the twin. */
export function trainRows(
  points: usize,
  columns: i32,
  order: usize,
  layers: i32,
  widths: usize,
  curved: usize,
  parameters: usize,
  gradient: usize,
  firstMoments: usize,
  secondMoments: usize,
  state: usize,
  batchSize: i32,
  learningRate: f64,
  work: usize,
  start: i32,
  end: i32,
): void {
  const length = parameterCount(widths, layers)
  for (let from = start; from < end; from += batchSize) {
    const count = min(batchSize, end - from)
    const batch = order + ((<usize>from) << 2)
    memory.fill(gradient, 0, (<usize>length) << 3)
    const squares = addGradient(points, columns, batch, count, layers, widths, curved, parameters, work, gradient)
    store<f64>(state, load<f64>(state, 16) + squares, 16)
    const firstPower = load<f64>(state) * FIRST_DECAY
    const secondPower = load<f64>(state, 8) * SECOND_DECAY
    store<f64>(state, firstPower)
    store<f64>(state, secondPower, 8)
    const firstScale = 1 / (1 - firstPower)
    const secondScale = 1 / (1 - secondPower)
    step(parameters, gradient, firstMoments, secondMoments, length, learningRate, firstScale, secondScale)
  }
}

/** One step of Adam, two parameters at a time. */
function step(
  parameters: usize,
  gradient: usize,
  firstMoments: usize,
  secondMoments: usize,
  length: i32,
  learningRate: f64,
  firstScale: f64,
  secondScale: f64,
): void {
  const bytes = (<usize>length) << 3
  for (let at: usize = 0; at < bytes; at += 16) {
    const slope = v128.load(gradient + at)
    const first = f64x2.add(
      f64x2.mul(f64x2.splat(FIRST_DECAY), v128.load(firstMoments + at)),
      f64x2.mul(f64x2.splat(1 - FIRST_DECAY), slope),
    )
    const second = f64x2.add(
      f64x2.mul(f64x2.splat(SECOND_DECAY), v128.load(secondMoments + at)),
      f64x2.mul(f64x2.splat(1 - SECOND_DECAY), f64x2.mul(slope, slope)),
    )
    v128.store(firstMoments + at, first)
    v128.store(secondMoments + at, second)
    const root = f64x2.add(f64x2.sqrt(f64x2.mul(second, f64x2.splat(secondScale))), f64x2.splat(LEAST_ROOT))
    const change = f64x2.div(f64x2.mul(f64x2.splat(learningRate), f64x2.mul(first, f64x2.splat(firstScale))), root)
    v128.store(parameters + at, f64x2.sub(v128.load(parameters + at), change))
  }
}

/** As in the twin. */
function addGradient(
  points: usize,
  columns: i32,
  batch: usize,
  count: i32,
  layers: i32,
  widths: usize,
  curved: usize,
  parameters: usize,
  work: usize,
  gradient: usize,
): f64 {
  const width = load<i32>(widths)
  const bytes = (<usize>width) << 3
  const rows = wholeTiles(count)
  for (let i = 0; i < count; i++) {
    const row = load<i32>(batch + ((<usize>i) << 2))
    memory.copy(work + <usize>i * bytes, points + <usize>row * bytes, bytes)
  }
  memory.fill(work + <usize>count * bytes, 0, <usize>(rows - count) * bytes)
  forward(layers, widths, curved, parameters, work, rows)
  const outputs = levelAt(widths, layers, work, rows)
  const delta = outputs + <usize>rows * bytes
  const scale = 2 / (<f64>count * <f64>columns)
  let squares: f64 = 0
  const used = <usize>count * bytes
  for (let at: usize = 0; at < used; at += 8) {
    const error = load<f64>(outputs + at) - load<f64>(work + at)
    squares += error * error
    store<f64>(delta + at, scale * error)
  }
  memory.fill(delta + used, 0, <usize>rows * bytes - used)
  backward(layers, widths, curved, parameters, work, rows, gradient)
  return squares
}
