import { Engine, packColumns, packedLength } from '@clientele/compute'
import { run } from '@clientele/core'
import { expect, test } from 'vitest'

test('columns are padded to whole panels of two vectors', () => {
  expect(packedLength('f32', 10, 3)).toBe(80)
  expect(packedLength('f32', 10, 8)).toBe(80)
  expect(packedLength('f64', 10, 5)).toBe(80)
})

test('each panel holds its columns side by side, row after row, for each 256 rows', () => {
  const engine = new Engine()
  const scope = engine.arena.scope()
  const depth = 258
  const right = scope.copy(Float64Array.from({ length: depth * 5 }, (_, i) => i))
  const into = scope.room('f64', packedLength('f64', depth, 5))
  run(packColumns(engine, into, { right, depth, columns: 5, depthStep: 5, columnStep: 1 }))
  const packed = into.view()
  // block 0, panel 0, rows 0 and 1; panel 1 has one column and three of padding; block 1 begins with row 256
  expect([...packed.subarray(0, 8)]).toEqual([0, 1, 2, 3, 5, 6, 7, 8])
  expect([...packed.subarray(256 * 4, 256 * 4 + 8)]).toEqual([4, 0, 0, 0, 9, 0, 0, 0])
  expect([...packed.subarray(256 * 8, 256 * 8 + 4)]).toEqual([1280, 1281, 1282, 1283])
})

test('a side that lies transposed packs to the same', () => {
  const engine = new Engine()
  const scope = engine.arena.scope()
  const upright = scope.copy(Float32Array.of(1, 2, 3, 4, 5, 6))
  const turned = scope.copy(Float32Array.of(1, 4, 2, 5, 3, 6))
  const [a, b] = [scope.room('f32', 16), scope.room('f32', 16)]
  run(packColumns(engine, a, { right: upright, depth: 2, columns: 3, depthStep: 3, columnStep: 1 }))
  run(packColumns(engine, b, { right: turned, depth: 2, columns: 3, depthStep: 1, columnStep: 2 }))
  expect(b.view()).toEqual(a.view())
})
