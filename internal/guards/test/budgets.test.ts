import { expect, test } from 'vitest'
import budgets from '../../../.size-limit.js'
import { packages } from '../src/repository.js'

test('every package has a budget for its weight in a bundle, except io, which is for Node alone', () => {
  expect(budgets.map(({ name }) => name)).toEqual(
    packages.map(({ manifest }) => manifest.name).filter((name) => name !== '@clientele/io'),
  )
})

test('rfm alone weighs at most 6 kB', () => {
  expect(budgets.find(({ name }) => name === '@clientele/rfm')?.limit).toBe('6 kB')
})
