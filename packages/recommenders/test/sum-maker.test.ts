import { Engine, openPool } from '@clientele/compute'
import { csrFromTriplets, run, runAsync } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Profile } from '../src/profile.js'
import { sumMaker } from '../src/sum-maker.js'
import { dirtyEngine } from './engines.js'

const profile = (items: number[], values: number[]): Profile => ({
  items: Int32Array.from(items),
  values: Float64Array.from(values),
})

/** Rows of quarters, so that scores tie, over nine products. */
const rows = csrFromTriplets(
  [0, 0, 1, 1, 2, 3, 3, 3, 4],
  [1, 2, 0, 8, 4, 5, 6, 7, 0],
  [0.25, 0.5, 1, 0.25, 0.75, 0.5, 0.5, 0.25, 1],
  9,
  9,
)

/** Dense ones, of which some cells are below 0. */
const dense = { rows: 9, columns: 9, values: Float64Array.from({ length: 81 }, (_, i) => ((i * 7) % 11) / 4 - 1) }

const profiles = fc.array(
  fc
    .uniqueArray(fc.nat(8), { maxLength: 5 })
    .chain((items) =>
      fc
        .array(fc.integer({ min: -1, max: 2 }), { minLength: items.length, maxLength: items.length })
        .map((values) => profile(items.sort(), values)),
    ),
  { minLength: 1, maxLength: 70 },
)

test('compiled kernels and twins make the same blocks, for any rules', () => {
  fc.assert(
    fc.property(
      profiles,
      fc.integer({ min: 1, max: 12 }),
      fc.boolean(),
      fc.constantFrom(0, -Infinity),
      fc.array(fc.constantFrom(0, 0, 1), { minLength: 9, maxLength: 9 }),
      fc.constantFrom(rows, dense),
      (all, n, includeSeen, above, refused, chosen) => {
        const { make } = sumMaker({
          source: 'test',
          sums: { rows: chosen, termsOf: (given) => given },
          profileAt: (number) => all[number],
          refused: Uint8Array.from(refused),
          includeSeen,
          above,
          n,
        })
        const [compiled, twin] = (['wasm', 'twin'] as const).map((form) => run(make(dirtyEngine(form), 0, all.length)))
        expect(twin).toEqual(compiled)
      },
    ),
    { numRuns: 50 },
  )
})

const made = sumMaker({
  source: 'test',
  sums: {
    rows,
    termsOf: ({ items }) =>
      profile(
        Array.from(items),
        Array.from(items, () => 2),
      ),
  },
  profileAt: (number) => (number === 1 ? undefined : profile([0, 3], [1, 1])),
  refused: Uint8Array.of(0, 0, 0, 0, 0, 0, 1, 0, 0),
  includeSeen: false,
  above: 0,
  n: 3,
})

test('terms may be other than the history; an unknown customer has an empty list', () => {
  expect(run(made.make(new Engine(), 0, 3))).toEqual({
    start: 0,
    offsets: Int32Array.of(0, 3, 3, 6),
    items: Int32Array.of(2, 5, 1, 2, 5, 1),
    scores: Float64Array.of(1, 1, 0.5, 1, 1, 0.5),
    sources: new Uint8Array(6),
    sourceNames: ['test'],
  })
})

test('a pool makes the same blocks, and memory is given back', async () => {
  const pool = openPool({ workers: 2 })
  const steps = made.make(pool.engine, 0, 500)
  expect(await runAsync(steps, { pool })).toEqual(run(made.make(new Engine(), 0, 500)))
  expect(pool.engine.arena.used).toBe(0)
  await pool.close()
})

test('long lists make short blocks', () => {
  const wide = { ...rows, columns: 2 ** 20 }
  const maker = sumMaker({
    source: 'test',
    sums: { rows: wide, termsOf: (given) => given },
    profileAt: () => undefined,
    refused: new Uint8Array(1),
    includeSeen: false,
    above: 0,
    n: 2 ** 19,
  })
  expect(maker.rows).toBe(2)
})
