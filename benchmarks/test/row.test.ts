import { expect, test } from 'vitest'
import { rowOf } from '../src/row.js'
import { exampleRow, line, measured, quietRun } from './example-suite.js'

test('a row begins with the fields that others read, times are minima and the ratio is theirs', () => {
  const row = rowOf('example', line, measured, quietRun)
  expect(Object.keys(row).slice(0, 7)).toEqual(['suite', 'work', 'peer', 'ours', 'theirs', 'ratio', 'limit'])
  expect(row).toMatchObject({ suite: 'example', ours: 0.003, theirs: 0.002, ratio: 1.5, limit: 2, holds: true })
})

test('a ratio above the limit does not hold', () => {
  expect(exampleRow({ limit: 1.4 }).holds).toBe(false)
  expect(exampleRow({ limit: 1.5 }).holds).toBe(true)
})

test('what is only reported holds neither way', () => {
  expect(exampleRow({ limit: null })).toMatchObject({ ratio: 1.5, holds: null })
  expect(exampleRow({}, { theirs: undefined })).toMatchObject({ theirs: null, ratio: null, holds: null })
})

test('a limit in seconds holds for our own time, beside a peer or alone', () => {
  const alone = { theirs: undefined }
  expect(exampleRow({ limit: null, limitSeconds: 0.003 }, alone)).toMatchObject({ limitSeconds: 0.003, holds: true })
  expect(exampleRow({ limit: null, limitSeconds: 0.002 }, alone).holds).toBe(false)
  expect(exampleRow({ limit: 2, limitSeconds: 0.002 }).holds).toBe(false)
  expect(exampleRow({ limit: 1, limitSeconds: 0.003 }).holds).toBe(false)
})
