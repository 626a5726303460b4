import { expect } from 'vitest'

/** Expects |got - expected| <= tolerance · max(1, |expected|) for each number of two lists of lists. */
export function expectClose(got: ArrayLike<number>, expected: readonly (readonly number[])[], tolerance = 1e-9): void {
  const numbers = expected.flat()
  expect(got).toHaveLength(numbers.length)
  numbers.forEach((each, i) => {
    expect(
      Math.abs(got[i]! - each) / Math.max(1, Math.abs(each)),
      `number ${i}: ${got[i]} for ${each}`,
    ).toBeLessThanOrEqual(tolerance)
  })
}
