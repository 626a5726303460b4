import { expect, test } from 'vitest'
import { remembered } from '../../src/ratings/remembered.js'

test('a row is worked out once, what belongs to no row each time', () => {
  let worked = 0
  const work = () => {
    worked++
    return Float64Array.of(worked)
  }
  const remember = remembered(1)
  expect([remember(3, work), remember(3, work), remember(4, work)].map(([number]) => number)).toEqual([1, 1, 2])
  expect([remember(undefined, work), remember(undefined, work)].map(([number]) => number)).toEqual([3, 4])
})

test('of lists too long to be kept all, the one not asked for longest is forgotten', () => {
  // three million numbers are 24 MB: two such lists are within 64 MB
  const remember = remembered(3e6)
  const worked: number[] = []
  const ask = (row: number) => remember(row, () => new Float64Array(worked.push(row)))
  for (const row of [1, 2, 1, 3, 1, 2]) ask(row)
  expect(worked).toEqual([1, 2, 3, 2])
})
