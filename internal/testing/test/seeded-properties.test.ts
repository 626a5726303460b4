import fc from 'fast-check'
import { expect, test } from 'vitest'

test('properties that name no seed are tried on the same values again', () => {
  const tried = () => {
    const values: number[] = []
    fc.assert(fc.property(fc.integer(), (value) => void values.push(value)))
    return values
  }
  expect(tried()).toEqual(tried())
})
