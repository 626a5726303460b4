import { csrFromTriplets, type Csr } from '@clientele/core'
import { expect, test } from 'vitest'
import { KnownLists } from '../../src/neighbours/known-lists.js'
import type { Profile } from '../../src/profile.js'

/** Lists of four rows, at most two in each: those of rows 0 and 1 are full. */
const before = csrFromTriplets([0, 0, 1, 1, 2], [1, 3, 2, 3, 3], [0.5, 0.4, 0.3, 0.3, 0.2], 4, 4)
const profile = (cells: Readonly<Record<number, number>>): Profile => ({
  items: Int32Array.from(Object.keys(cells), Number),
  values: Float64Array.from(Object.values(cells)),
})
const list = ({ offsets, indices, values }: Csr, row: number) =>
  Array.from(indices.subarray(offsets[row], offsets[row + 1]), (item, i) => [item, values[offsets[row]! + i]])
const lists = () => new KnownLists(before, Int32Array.of(3, 4), 5, 2)

test('a changed row takes its place in the lists of others, and lists of its own are given', () => {
  const known = lists()
  known.replace(3, profile({ 0: 0.9 }))
  known.replace(4, profile({}))
  known.offer(3, profile({ 0: 0.9, 1: 0.3, 2: 0.1 }))
  expect(known.uncertain()).toEqual(new Int32Array(0))
  const now = known.toCsr()
  expect([0, 1, 2, 3, 4].map((row) => list(now, row))).toEqual([
    [
      [1, 0.5],
      [3, 0.9],
    ],
    [
      [2, 0.3],
      [3, 0.3],
    ],
    [[3, 0.1]],
    [[0, 0.9]],
    [],
  ])
})

test('a new row pushes the last neighbour out, of equally similar ones the later', () => {
  const known = lists()
  known.offer(3, profile({ 0: 0.4, 1: 0.3 }))
  known.offer(4, profile({ 0: 0.45, 1: 0.4, 2: 0.1 }))
  expect(known.uncertain()).toEqual(new Int32Array(0))
  const now = known.toCsr()
  expect([0, 1, 2].map((row) => list(now, row))).toEqual([
    [
      [1, 0.5],
      [4, 0.45],
    ],
    [
      [2, 0.3],
      [4, 0.4],
    ],
    [[4, 0.1]],
  ])
})

test('where a neighbour falls behind the last one of a full list, others that were left out may follow', () => {
  const known = lists()
  known.offer(3, profile({ 0: 0.39, 1: 0.3, 2: 0.01 }))
  expect(known.uncertain()).toEqual(Int32Array.of(0))
  known.replace(0, profile({ 1: 0.5, 2: 0.395 }))
  expect(list(known.toCsr(), 0)).toEqual([
    [1, 0.5],
    [2, 0.395],
  ])
})

test('one as similar as the last neighbour, but later, may not be the next in line', () => {
  const known = lists()
  known.offer(4, profile({ 1: 0.3 }))
  expect(known.uncertain()).toEqual(Int32Array.of(0, 1))
})
