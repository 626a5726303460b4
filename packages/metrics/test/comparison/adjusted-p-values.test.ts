import { hasShared, reference } from '@clientele/testing'
import { expect, test } from 'vitest'
import { benjaminiHochberg, holm } from '../../src/index.js'

test('corrections by hand', () => {
  const close = (got: Float64Array, expected: number[]) =>
    expected.forEach((value, i) => expect(got[i]).toBeCloseTo(value, 12))
  close(holm([0.01, 0.04, 0.03]), [0.03, 0.06, 0.06])
  close(benjaminiHochberg([0.01, 0.04, 0.03]), [0.03, 0.04, 0.04])
  expect(holm([])).toEqual(new Float64Array(0))
})

test.skipIf(!hasShared)('corrections are those of statsmodels', () => {
  for (const each of reference('statistics').adjustedPValues) {
    const [byHolm, byShare] = [holm(each.pValues), benjaminiHochberg(each.pValues)]
    each.holm.forEach((value: number, i: number) => expect(byHolm[i]).toBeCloseTo(value, 9))
    each.benjaminiHochberg.forEach((value: number, i: number) => expect(byShare[i]).toBeCloseTo(value, 9))
  }
})

test('a p-value is a probability', () => {
  expect(() => holm([1.5])).toThrow('holm: pValues[0] must be between 0 and 1, got 1.5')
  expect(() => benjaminiHochberg([NaN])).toThrow('benjaminiHochberg: pValues[0] must be finite, got NaN')
})
