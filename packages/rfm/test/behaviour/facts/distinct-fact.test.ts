import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distinctFact } from '../../../src/behaviour/facts/distinct-fact.js'
import { BLOCK_LINES } from '../../../src/behaviour/facts/line-block.js'
import { blockOf, gathered } from './blocks.js'

/** It keeps a table of its own. */
const noRoom = { numbers: new Float64Array(0), stride: 0, at: 0, customers: 0 }

const lines = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 69 })), {
  maxLength: 80,
})

const [small, large] = [0, 2 ** 20]
const itself = Int32Array.from({ length: 70 }, (_, product) => product)

test.each([
  { title: 'in one pass', limits: { tableBytes: large, cachedBytes: large, orderedLines: large } },
  { title: 'two customers a pass', limits: { tableBytes: 24, cachedBytes: large, orderedLines: large } },
  { title: 'one customer a pass', limits: { tableBytes: 1, cachedBytes: large, orderedLines: large } },
  { title: 'in order of customers', limits: { tableBytes: large, cachedBytes: small, orderedLines: large } },
  { title: 'some lines in order at a time', limits: { tableBytes: 24, cachedBytes: small, orderedLines: 1 } },
])('counts the different values of each customer, $title', ({ limits }) => {
  fc.assert(
    fc.property(lines, (some) => {
      const block = blockOf({ who: some.map(([who]) => who) })
      const product = Int32Array.from(some, ([, value]) => value)
      const fact = distinctFact(product, itself, 70, 5, (each) => each.add(block, noRoom), limits)
      const count = gathered(fact, 5, block)
      for (let who = 0; who < 5; who++) {
        expect(count[who]).toBe(new Set(some.filter(([each]) => each === who).map(([, value]) => value)).size)
      }
      expect(count).toHaveLength(5)
    }),
  )
})

test('many blocks are put in order some at a time', () => {
  const size = 3 * BLOCK_LINES
  const who = Array.from({ length: size }, (_, line) => (line * 7) % 5)
  const product = Int32Array.from({ length: size }, (_, line) => (line * 11) % 70)
  const limits = { tableBytes: large, cachedBytes: small, orderedLines: BLOCK_LINES }
  const fact = distinctFact(product, itself, 70, 5, () => undefined, limits)
  for (let start = 0; start < size; start += BLOCK_LINES) {
    fact.add({ ...blockOf({ who: who.slice(start, start + BLOCK_LINES) }), start }, noRoom)
  }
  const expected = [0, 1, 2, 3, 4].map((each) => new Set(product.filter((_, line) => who[line] === each)).size)
  expect([...fact.result(noRoom)]).toEqual(expected)
})

test('a product may stand for a value, or for none', () => {
  const block = blockOf({ who: [0, 0, 0, 1, 1] })
  const valueOf = Int32Array.of(0, 0, 1, -1)
  const fact = distinctFact(Int32Array.of(0, 1, 2, 3, 3), valueOf, 2, 2, (each) => each.add(block, noRoom))
  expect([...gathered(fact, 2, block)]).toEqual([2, 0])
})
