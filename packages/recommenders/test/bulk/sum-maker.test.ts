import { Engine, openPool } from '@clientele/compute'
import { csrFromTriplets, run, runAsync } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RecommendOptions } from '../../src/index.js'
import type { Profile } from '../../src/profile.js'
import { planOf } from '../../src/bulk/ruled-lists.js'
import { rulesOf } from '../../src/rules/rules.js'
import { sumMaker } from '../../src/bulk/sum-maker.js'
import { dirtyEngine } from '../engines.js'

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

/** What sum-maker is asked for, beside sums and histories. */
function asked(options: RecommendOptions<number>, columns = 9) {
  const rules = rulesOf('f', options, { ids: Array.from({ length: columns }, (_, i) => i) })
  const listAt = (number: number) => [{ position: 0, score: number, source: 'alone', tier: 0 }]
  return { source: 'test', rules, plan: planOf(rules, columns)!, listAt }
}

test('compiled kernels and twins make the same blocks, for any rules', () => {
  fc.assert(
    fc.property(
      profiles,
      fc.record({
        n: fc.integer({ min: 1, max: 12 }),
        includeSeen: fc.boolean(),
        exclude: fc.uniqueArray(fc.nat(8)),
        quotas: fc.constantFrom([], [{ tag: 'q', among: [1, 5, 8], share: 0.4 }]),
      }),
      fc.constantFrom(0, -Infinity),
      fc.constantFrom(rows, dense),
      (all, options, above, chosen) => {
        const { make } = sumMaker({
          ...asked(options),
          sums: { rows: chosen, termsOf: (given) => given },
          profilesOf: (start, count) => all.slice(start, start + count),
          above,
        })
        const [compiled, twin] = (['wasm', 'twin'] as const).map((form) => run(make(dirtyEngine(form), 0, all.length)))
        expect(twin).toEqual(compiled)
      },
    ),
    { numRuns: 50 },
  )
})

const sums = {
  rows,
  termsOf: ({ items }: Profile) =>
    profile(
      Array.from(items),
      Array.from(items, () => 2),
    ),
}
const profilesOf = (start: number, count: number) =>
  Array.from({ length: count }, (_, r) => (start + r === 1 ? undefined : profile([0, 3], [1, 1])))
const made = sumMaker({ ...asked({ n: 3, exclude: [6] }), sums, profilesOf, above: 0 })

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

test('quotas and limits of groups are kept, and a list that would need more is made alone', () => {
  // scores of customers 0 and 2: 1 for products 2, 5 and 6, 0.5 for 1 and 7
  const quotas = [{ tag: 'q', among: [7, 8], share: 0.5 }]
  const maker = sumMaker({ ...asked({ n: 2, quotas }), sums, profilesOf, above: 0 })
  const { items, sources, sourceNames } = run(maker.make(new Engine(), 0, 2))
  expect([Array.from(items), Array.from(sources, (source) => sourceNames[source])]).toEqual([
    [2, 7],
    ['test', 'q'],
  ])
  const group = () => 'all'
  const limited = asked({ n: 2, maxPerGroup: { max: 1, group } })
  const enough = sumMaker({ ...limited, sums, profilesOf, above: 0 })
  expect(Array.from(run(enough.make(new Engine(), 0, 1)).items)).toEqual([2])
  const shallow = { ...limited, plan: { ...limited.plan, depth: 3 } }
  const alone = sumMaker({ ...shallow, sums, profilesOf, above: 0 })
  expect(run(alone.make(new Engine(), 0, 1))).toMatchObject({ items: Int32Array.of(0), sourceNames: ['alone'] })
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
  const plan = { lists: 1, depth: 2 ** 19, refused: new Uint8Array(1) }
  const maker = sumMaker({
    ...asked({}),
    plan,
    sums: { rows: wide, termsOf: (given) => given },
    profilesOf: (_, count) => new Array<undefined>(count).fill(undefined),
    above: 0,
  })
  expect(maker.rows).toBe(2)
})
