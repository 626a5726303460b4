import { writeModelFile } from '@clientele/core'
import { expect, test } from 'vitest'
import { csrArrays, csrOf, openModel, saveModel } from '../../src/files/model-state.js'
import { interactionsFrom } from '../fixtures.js'

const shop = interactionsFrom<string, string | number>([
  ['ann', 'mug', 2],
  ['ann', 7, -1],
  ['__proto__', 'mug'],
])

test('ids, histories and the own state of a model come back', () => {
  const bytes = saveModel('demo', shop, { options: { neighbors: 3 }, arrays: { weights: Float32Array.of(0.5, 2) } })
  const { file, interactions } = openModel('loadDemo', 'demo', bytes)
  expect(interactions).toEqual(shop)
  expect(file.options).toEqual({ neighbors: 3 })
  expect(file.array('weights', 'f32')).toEqual(Float32Array.of(0.5, 2))
})

test('a file of ten thousand interactions takes 12 bytes for each', () => {
  const cells = Array.from({ length: 10_000 }, (_, i) => [i % 100, Math.floor(i / 100)] as const)
  const bytes = saveModel('demo', interactionsFrom(cells), { options: {}, arrays: {} })
  expect(bytes.length / 12).toBeGreaterThan(10_000)
  expect(bytes.length / 12).toBeLessThan(10_400)
})

const { customers, products, matrix } = shop
const { offsets, indices, values } = matrix

test.each([
  [{ offsets: Int32Array.of(1, 2, 3) }, 'historyOffsets[0] must begin at 0 and not fall, got 1'],
  [{ offsets: Int32Array.of(0, -1, 3) }, 'historyOffsets[0] must begin at 0 and not fall, got 0'],
  [{ offsets: Int32Array.of(0, 2_000_000_000, 3) }, 'historyIndices[2] must ascend'],
  [{ offsets: Int32Array.of(0, 2, -1) }, 'historyIndices.length must be -1, got 3'],
  [{ offsets: Int32Array.of(0, 2) }, 'historyOffsets.length must be 3, got 2'],
  [{ indices: Int32Array.of(0, 2, 0) }, 'historyIndices[1] must ascend, stay below 2 and have a value, got 2'],
  [{ indices: Int32Array.of(1, 1, 0) }, 'historyIndices[1] must ascend, stay below 2 and have a value, got 1'],
  [{ values: Float64Array.of(1, NaN, 1) }, 'historyIndices[1] must ascend, stay below 2 and have a value, got 1'],
  [{ values: Float64Array.of(1) }, 'historyValues.length must be 3, got 1'],
])('a matrix whose arrays do not fit together is refused: %j', (changed, reason) => {
  const arrays = csrArrays('history', { ...matrix, offsets, indices, values, ...changed })
  const bytes = writeModelFile({ kind: 'demo', options: {}, ids: { customers, products }, arrays })
  expect(() => openModel('loadDemo', 'demo', bytes)).toThrow(`loadDemo: bytes.${reason}`)
})

test('a matrix without rows has no cells', () => {
  const arrays = { aOffsets: Int32Array.of(1), aIndices: Int32Array.of(5), aValues: Float64Array.of(1) }
  const { file } = openModel('loadDemo', 'demo', saveModel('demo', shop, { options: {}, arrays }))
  expect(() => csrOf('loadDemo', file, 'a', 0, 2)).toThrow(
    'loadDemo: bytes.aOffsets[0] must begin at 0 and not fall, got 1',
  )
})

test('a second matrix has a name of its own', () => {
  const bytes = saveModel('demo', shop, { options: {}, arrays: csrArrays('neighbours', matrix) })
  const { file } = openModel('loadDemo', 'demo', bytes)
  expect(csrOf('loadDemo', file, 'neighbours', 2, 2)).toEqual(matrix)
})
