import { localEngine } from '@clientele/compute'
import { csrFromTriplets, run } from '@clientele/core'
import { expect, test } from 'vitest'
import { KIND } from '../../src/kernels/similarity.js'
import { comparedRows } from '../../src/neighbours/compared-rows.js'
import { similarLists, type AskedRows, type Lists } from '../../src/neighbours/similar-lists.js'
import { inBothForms } from '../engines.js'

/** Row 0 shares a column with row 1 and two with row 2. */
const matrix = csrFromTriplets([0, 0, 0, 1, 2, 2], [0, 1, 2, 0, 1, 2], [1, 1, 1, 1, 1, 1], 3, 3)
const compared = comparedRows(matrix, { kind: KIND.dot }, { neighbors: 3, shrinkage: 0, minSupport: 1 })
const listsOf = (asked: Pick<AskedRows, 'areSelves' | 'kept'>) =>
  inBothForms(function* (engine) {
    const found: number[][] = []
    yield* similarLists(
      engine,
      'test',
      compared,
      { byRow: matrix, sizes: compared.sizes, ...asked },
      (lists, first) => {
        expect(first).toBe(0)
        found.push([...lists.offsets], [...lists.indices], [...lists.values])
      },
    )
    const [offsets, indices, values] = found
    return {
      rows: 3,
      columns: 3,
      offsets: Int32Array.from(offsets!),
      indices: Int32Array.from(indices!),
      values: Float64Array.from(values!),
    }
  })

test('rows that are those they are compared with are not their own neighbours, others may be', () => {
  expect(listsOf({ areSelves: true, kept: 2 })).toMatchObject({
    indices: Int32Array.of(1, 2, 0, 0),
    values: Float64Array.of(1, 2, 1, 2),
  })
  expect(listsOf({ areSelves: false, kept: 3 })).toMatchObject({
    indices: Int32Array.of(0, 1, 2, 0, 1, 0, 2),
    values: Float64Array.of(3, 1, 2, 1, 1, 2, 2),
  })
})

test('of many rows some are compared at a time, in order, and the memory is given back', () => {
  const taken: number[] = []
  const many = csrFromTriplets(
    Array.from({ length: 400 }, (_, i) => i),
    new Int32Array(400),
    new Int32Array(400).fill(1),
    400,
    3,
  )
  const asked = { byRow: many, sizes: new Float64Array(400), areSelves: false, kept: 1 }
  const told: number[] = []
  const steps = similarLists(localEngine(), 'test', compared, asked, ({ offsets, indices }, first) => {
    taken.push(first, offsets.length - 1, indices.length)
  })
  run(
    (function* () {
      for (const step of steps) {
        if ('done' in step) told.push(step.done)
        yield step
      }
    })(),
  )
  expect(told).toEqual(Array.from({ length: 20 }, (_, i) => 20 * (i + 1)))
  expect(taken).toEqual([0, 400, 400])
  expect(localEngine().arena.used).toBe(0)
})

test('of many long lists some are taken at a time', () => {
  const rows = Array.from({ length: 400 }, (_, i) => i)
  const many = csrFromTriplets(
    rows,
    rows.map((i) => i % 3),
    new Int32Array(400).fill(1),
    400,
    3,
  )
  const asked = { byRow: many, sizes: new Float64Array(400), areSelves: false, kept: 20_000 }
  const taken: number[][] = []
  const take = ({ offsets, indices }: Lists, first: number) => {
    taken.push([first, offsets.length - 1])
    // Row i shares column i % 3 with row 0 and with one of the others.
    const others = [
      [0, 1],
      [0, 2],
      [0, 2],
    ]
    const found = Array.from(offsets.subarray(1), (end, r) => [...indices.subarray(offsets[r], end)])
    expect(found).toEqual(found.map((_, r) => others[(first + r) % 3]))
  }
  run(similarLists(localEngine(), 'test', compared, asked, take))
  expect(taken).toEqual([
    [0, 209],
    [209, 191],
  ])
})
