import { expect, test } from 'vitest'
import budgets from '../../../.size-limit.js'
import { packages } from '../src/repository.js'

test('every package has a budget for its weight in a bundle, except io, which is for Node alone', () => {
  const names = packages.map(({ manifest }) => manifest.name).filter((name) => name !== '@clientele/io')
  expect(budgets.map(({ name }) => name)).toEqual(expect.arrayContaining(names))
})

test('rfm alone weighs at most 6 kB', () => {
  expect(budgets.find(({ name }) => name.startsWith('@clientele/rfm,'))?.limit).toBe('6 kB')
})
