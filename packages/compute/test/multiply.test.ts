import {
  Engine,
  localEngine,
  multiply,
  multiplyAsync,
  multiplyBytes,
  multiplyRegions,
  openPool,
} from '@clientele/compute'
import { run } from '@clientele/core'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { matrix } from './made.js'
import { distance, matrixOf, naiveProduct, precisions, size, vast } from './oracles.js'

const pool = openPool({ workers: 2 })
afterAll(() => pool.close())

test('rows times columns', () => {
  const a = { rows: 2, columns: 3, values: Float64Array.of(1, 2, 3, 4, 5, 6) }
  const b = { rows: 3, columns: 2, values: Float64Array.of(7, 8, 9, 10, 11, 12) }
  expect(multiply(a, b)).toEqual({ rows: 2, columns: 2, values: Float64Array.of(58, 64, 139, 154) })
})

describe.each(precisions)('in %s precision', (_, kind, rounding) => {
  test('a product is the plain triple loop, whatever the shape', async () => {
    const pair = fc
      .tuple(size, size, size)
      .chain(([rows, depth, columns]) => fc.tuple(matrixOf(rows, depth, kind), matrixOf(depth, columns, kind)))
    await fc.assert(
      fc.asyncProperty(pair, async ([left, right]) => {
        // Few digits: all sums are exact, in whatever order.
        const expected = naiveProduct(left, right)
        const product = multiply(left, right)
        expect(product).toEqual({ ...expected, values: kind.from(expected.values) })
        expect(await multiplyAsync(left, right, { pool })).toEqual(product)
      }),
    )
  })

  test.each([
    [127, 257, 129],
    [256, 512, 40],
    [3, 1100, 255],
  ])('%i × %i × %i is the plain triple loop but for rounding', (rows, depth, columns) => {
    const [left, right] = [matrix(rows, depth, kind), matrix(depth, columns, kind)]
    expect(distance(multiply(left, right).values, naiveProduct(left, right).values)).toBeLessThan(
      8 * depth ** 1.5 * rounding,
    )
  })
})

test('a product whose depth is cut into strips has the bits of a product of few columns', () => {
  // One column alone is never cut; of many, a strip is 256 or more deep.
  const [left, right] = [matrix(3, 1500, Float32Array), matrix(1500, 9000, Float32Array)]
  const whole = multiply(left, right)
  for (const column of [0, 4500, 8999]) {
    const values = Float32Array.from({ length: 1500 }, (_, k) => right.values[k * 9000 + column]!)
    const alone = multiply(left, { rows: 1500, columns: 1, values })
    expect([...alone.values]).toEqual([0, 1, 2].map((r) => whole.values[r * 9000 + column]))
  }
})

test('inputs are not changed, and results are nobody else’s', () => {
  const [left, right] = [matrix(9, 9), matrix(9, 9)]
  const [a, b] = [left.values.slice(), right.values.slice()]
  const first = multiply(left, right)
  const kept = first.values.slice()
  multiply(right, left)
  expect([left.values, right.values, first.values]).toEqual([a, b, kept])
})

test('matrices in an arena are multiplied as part of a larger algorithm', () => {
  const engine = new Engine()
  const scope = engine.arena.scope()
  const [left, right] = [matrix(5, 6), matrix(6, 7)]
  const into = scope.room('f64', 35)
  const regions = { left: scope.copy(left.values), right: scope.copy(right.values), into }
  const { used } = engine.arena
  run(multiplyRegions(engine, { ...regions, rows: 5, depth: 6, columns: 7 }))
  expect(into.view()).toEqual(multiply(left, right).values)
  expect(engine.arena.used).toBe(used)
})

test('the bytes that a product takes besides its matrices are known before', () => {
  for (const [rows, depth, columns] of [
    [5, 6, 7],
    [4, 9000, 300],
  ] as const) {
    const engine = new Engine()
    const scope = engine.arena.scope()
    const left = scope.zeros('f32', rows * depth)
    const right = scope.zeros('f32', depth * columns)
    const into = scope.zeros('f32', rows * columns)
    const before = engine.arena.used
    let most = 0
    const { scope: open } = engine.arena
    engine.arena.scope = (fn) => {
      const inner = open.call(engine.arena, fn)
      const close = inner.close.bind(inner)
      inner.close = () => ((most = Math.max(most, engine.arena.used)), close())
      return inner
    }
    run(multiplyRegions(engine, { left, right, into, rows, depth, columns }))
    expect(most - before).toBeLessThanOrEqual(multiplyBytes(engine, 'f32', depth, columns) + 256)
    expect(most - before).toBeGreaterThan(0.9 * multiplyBytes(engine, 'f32', depth, columns))
  }
})

describe('refused is', () => {
  const f32 = matrix(2, 3, Float32Array)
  const f64 = matrix(3, 2)

  test('a right side that does not fit the left', () => {
    expect(() => multiply(f32, f32)).toThrow(
      new RangeError('multiply: right.rows must be 3, the columns of left, got 2'),
    )
  })

  test('one precision times the other', () => {
    expect(() => multiply(f32 as any, f64)).toThrow(
      new TypeError('multiply: right.values must be a Float32Array like the other, got a Float64Array'),
    )
  })

  test('a matrix without rows, or with a cell that is no number', async () => {
    const empty = { rows: 0, columns: 2, values: new Float64Array(0) }
    expect(() => multiply(empty, f64)).toThrow(new RangeError('multiply: left.rows must be at least 1, got 0'))
    const bad = { rows: 2, columns: 3, values: Float64Array.of(1, 2, 3, 4, NaN, 6) }
    const message = 'multiply: left[1][1] must be finite, got NaN'
    expect(() => multiply(bad, f64)).toThrow(new RangeError(message))
    await expect(multiplyAsync(bad, f64, { pool })).rejects.toThrow(new RangeError(message))
  })

  test('nothing that leaves its memory behind', async () => {
    const bad = { rows: 2, columns: 3, values: Float64Array.of(1, 2, 3, 4, 5, NaN) }
    for (const { arena } of [localEngine(), pool.engine]) {
      const { used } = arena
      expect(() => multiply(bad, f64)).toThrow()
      await expect(multiplyAsync(bad, f64, { pool })).rejects.toThrow()
      expect(arena.used).toBe(used)
    }
  })

  test('a result that overflows', () => {
    const huge = { rows: 1, columns: 1, values: Float64Array.of(1e200) }
    expect(() => multiply(huge, huge)).toThrow(new RangeError('multiply: product[0][0] must be finite, got Infinity'))
  })

  test('what does not fit in 4 GiB, before anything is copied', () => {
    const side = vast(20_000, 20_000, Float32Array)
    expect(() => multiply(side, side)).toThrow(
      /^multiply: memory must fit in the 429\d{7} bytes available, got \d{10} bytes needed$/,
    )
  })
})
