import { Engine } from '@clientele/compute'
import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { factor, factorBytes, factorTask } from '../src/factor.js'
import { positiveDefinite } from './made.js'
import { distance, naiveProduct } from './oracles.js'

test('besides the factor it gives the inverses of its diagonal blocks', () => {
  const engine = new Engine()
  const scope = engine.arena.scope()
  const n = 200
  const region = scope.copy(positiveDefinite(n).values)
  const inverses = run(factor('fn', engine, scope, region, n))
  expect(inverses).toHaveLength(2)
  const lower = region.view()
  // The second block has rows 128 to 199.
  const cells = (at: (r: number, c: number) => number) => ({
    rows: 72,
    columns: 72,
    values: Float64Array.from({ length: 72 * 72 }, (_, i) => at(Math.floor(i / 72), i % 72)),
  })
  const block = cells((r, c) => (c > r ? 0 : lower[(128 + r) * n + 128 + c]!))
  const inverse = cells((r, c) => inverses[1]!.view()[r * 128 + c]!)
  const unit = cells((r, c) => (r === c ? 1 : 0))
  expect(distance(naiveProduct(block, inverse).values, unit.values)).toBeLessThan(1e-12)
})

test('its own memory is given back, also when a pivot is not positive, and is no more than was said', () => {
  const engine = new Engine()
  const scope = engine.arena.scope()
  const region = scope.zeros('f64', 9)
  expect(() => run(factor('fn', engine, scope, region, 3))).toThrow(
    'fn: matrix must be positive definite, got pivot 0 that is not positive',
  )
  expect(engine.arena.used).toBeLessThan(factorBytes(engine, 3))
  scope.close()
  expect(engine.arena.used).toBe(0)
})

test('a kernel over rows is cut into blocks of whole tiles', () => {
  const task = factorTask(new Engine(), 'mirror', [0, 0], 130)
  expect([task.blocks, task.blockRows % 4]).toEqual([3, 0])
})
