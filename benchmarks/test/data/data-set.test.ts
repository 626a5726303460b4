import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolder, readData, type DataSet } from '../../src/data/data-set.js'

const cache = mkdtempSync(join(tmpdir(), 'data-set-'))
afterAll(() => rmSync(cache, { recursive: true }))

const arrays = {
  table: { values: Float32Array.of(1, 2, 3, 4.5), shape: [2, 2] },
  part: { values: Int32Array.of(9, -1, 7).subarray(1), shape: [2] },
  exact: { values: Float64Array.of(0.1), shape: [1] },
}
let made = 0
const example = (version: number): DataSet => ({
  name: 'example',
  version,
  make() {
    made++
    return arrays
  },
})

test('what is written is read again, numbers and shapes', () => {
  expect(readData(dataFolder(cache, example(1)))).toEqual(arrays)
})

test('numpy.fromfile can read each file: nothing but the numbers, and the type in its words', () => {
  const folder = dataFolder(cache, example(1))
  const header = JSON.parse(readFileSync(join(folder, 'header.json'), 'utf8'))
  expect(header.arrays.table).toEqual({ file: 'table.bin', type: 'float32', shape: [2, 2] })
  expect(header.arrays.part.type).toBe('int32')
  const bytes = readFileSync(join(folder, 'part.bin'))
  expect([bytes.length, bytes.readInt32LE(0), bytes.readInt32LE(4)]).toEqual([8, -1, 7])
})

test('data is made once for each version', () => {
  const before = made
  const folder = dataFolder(cache, example(2))
  expect(dataFolder(cache, example(2))).toBe(folder)
  expect(made).toBe(before + 1)
  expect(dataFolder(cache, example(1))).not.toBe(folder)
})

test('data that cannot be made leaves no folder that looks complete', () => {
  const broken: DataSet = {
    ...example(3),
    make() {
      throw new Error('no memory')
    },
  }
  expect(() => dataFolder(cache, broken)).toThrow('no memory')
  expect(readdirSync(join(cache, 'data')).filter((name) => name.startsWith('example-3'))).toEqual([])
})
