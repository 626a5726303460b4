import { expect, test } from 'vitest'
import { evaluationFingerprint } from '../../src/evaluation/evaluation-fingerprint.js'
import { evaluationProtocol } from '../../src/evaluation/evaluation-protocol.js'
import { splitByTime } from '../../src/splits/split-by-time.js'
import { randomShop } from '../random-shop.js'

const split = splitByTime(randomShop(1), { testDays: 7 })
const of = (options: Parameters<typeof evaluationProtocol>[1], some = split) =>
  evaluationFingerprint(some, evaluationProtocol(some, options))

test('one split and one protocol have one fingerprint, however sure the intervals are', () => {
  expect(of({ seed: 1 })).toMatch(/^[0-9a-f]{16}$/)
  expect(of({ seed: 1 }, splitByTime(randomShop(1), { testDays: 7 }))).toBe(of({ seed: 1 }))
  expect(of({ resamples: 200, confidence: 0.9, seed: 1 })).toBe(of({ seed: 1 }))
})

test('every other setting and any other order changes it', () => {
  const all = [
    of({}),
    of({ seed: 1 }),
    of({ seed: '1' }),
    of({ k: 5 }),
    of({ flavor: 'recbole' }),
    of({ repurchases: 'include' }),
    of({ population: 'new' }),
    of({ gains: 'lines' }),
    of({ candidates: ['p1'] }),
    of({ negatives: 10 }),
    of({}, splitByTime(randomShop(1), { testDays: 8 })),
    of({}, splitByTime(randomShop(2), { testDays: 7 })),
  ]
  expect(new Set(all).size).toBe(all.length)
})

test('other definitions of the metrics change it', () => {
  const protocol = evaluationProtocol(split, {})
  expect(evaluationFingerprint(split, { ...protocol, definitions: 2 })).not.toBe(of({}))
})

test('a single line told otherwise changes it', () => {
  const amount = split.train.amount.slice()
  amount[3] = 1.0000001
  expect(of({}, { ...split, train: { ...split.train, amount } })).not.toBe(of({}))
  const quantity = amount.map(() => 1)
  expect(of({}, { ...split, train: { ...split.train, quantity } })).not.toBe(of({}))
})
