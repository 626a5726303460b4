import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kneedle, type KneedleOptions } from '../../src/index.js'

const rising = { curve: 'concave', direction: 'increasing' } as const
const falling = { curve: 'convex', direction: 'decreasing' } as const

// y = 5 - 1 / (x + 0.1), the curve of figure 2 of the paper, whose knee is at 0.22
const paperX = Array.from({ length: 10 }, (_, i) => i / 9)
const paperY = paperX.map((x) => 5 - 1 / (x + 0.1))

// Steep, flat, steep, flat: the height above the diagonal falls after both steep stretches.
const stepsX = [0, 1, 2, 3, 4, 5, 6, 7, 8]
const stepsY = [0, 4, 4.2, 4.4, 4.6, 8.6, 8.8, 9, 9.2]

test('the curve of the paper has its knee at 0.22', () => {
  const found = kneedle(paperX, paperY, rising)!
  expect(found.kneeIndex).toBe(2)
  expect(found.knee).toBe(paperX[2])
  expect(found.kneeY).toBe(paperY[2])
  expect(found.allKnees).toEqual(Float64Array.of(paperX[2]!))
  expect(found.normalizedX).toEqual(Float64Array.from(paperX))
  expect(found.normalizedY[0]).toBe(0)
  expect(found.normalizedY[9]).toBe(1)
  expect(found.difference[2]).toBeCloseTo(0.5364, 4)
})

test('one curve in its four positions has its knee at the same point', () => {
  const down = paperY.map((y) => -y)
  const left = paperX.map((x) => -x).reverse()
  expect(kneedle(paperX, down, falling)!.kneeIndex).toBe(2)
  expect(kneedle(left, paperY.toReversed(), { curve: 'concave', direction: 'decreasing' })!.kneeIndex).toBe(7)
  expect(kneedle(left, down.toReversed(), { curve: 'convex', direction: 'increasing' })!.kneeIndex).toBe(7)
})

test('of several knees the first counts, online the last', () => {
  expect(kneedle(stepsX, stepsY, rising)).toMatchObject({ knee: 1, allKneeIndices: Int32Array.of(1) })
  expect(kneedle(stepsX, stepsY, { ...rising, online: true })).toMatchObject({
    knee: 5,
    kneeY: 8.6,
    kneeIndex: 5,
    allKneeIndices: Int32Array.of(1, 5),
  })
})

test('the larger the sensitivity, the flatter the curve must become', () => {
  const knees = [0, 0.5, 1, 2, 3, 5].map((sensitivity) =>
    kneedle(stepsX, stepsY, { ...rising, online: true, sensitivity }),
  )
  const counts = knees.map((knee) => knee?.allKnees.length ?? 0)
  expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  expect(counts[0]).toBe(2)
  expect(counts.at(-1)).toBe(0)
})

test('smoothing looks past a dent', () => {
  const x = Array.from({ length: 21 }, (_, i) => i)
  const y = x.map((value) => 10 * Math.sqrt(value) - (value === 2 ? 9 : 0))
  expect(kneedle(x, y, rising)?.knee).toBe(1)
  expect(kneedle(x, y, { ...rising, smoothing: 'polynomial', polynomialDegree: 3 })?.knee).toBeGreaterThan(3)
})

test.each<[string, number[], KneedleOptions]>([
  ['a straight line', [1, 3, 5, 7, 9], rising],
  ['a level line', [4, 4, 4, 4, 4], rising],
  ['a level line, smoothed', [4, 4, 4, 4, 4], { ...rising, smoothing: 'polynomial' }],
  [
    'a curve that is level but for a swing of the fifth degree',
    [-1, 5, -10, 10, -5, 1],
    { ...rising, smoothing: 'polynomial', polynomialDegree: 4 },
  ],
  ['a curve that bends the other way', [0, 1, 4, 9, 16], rising],
])('%s has no knee', (_, y, options) => {
  expect(kneedle(Int32Array.from(y.keys()), y, options)).toBeUndefined()
})

test('neither units nor offsets matter, and nothing is ever NaN', () => {
  const curve = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 30 })
  fc.assert(
    fc.property(curve, fc.constantFrom(0.25, 1, 2 ** 40), fc.integer({ min: -9, max: 9 }), (y, factor, offset) => {
      const x = y.map((_, i) => i)
      const plain = kneedle(x, y, falling)
      const moved = kneedle(
        x.map((value) => value * factor + offset),
        y.map((value) => value * factor),
        falling,
      )
      expect(moved?.kneeIndex).toBe(plain?.kneeIndex)
      expect(moved?.difference.some(Number.isNaN) ?? false).toBe(false)
    }),
  )
  const widest = kneedle([-1.7e308, 0, 1.7e308], [1.7e308, -1e308, -1.7e308], { ...falling, sensitivity: 0.1 })!
  expect(widest.difference.every(Number.isFinite)).toBe(true)
})

test('inputs are not changed, typed arrays are welcome', () => {
  const x = Float64Array.from(paperX)
  const y = Float64Array.from(paperY)
  expect(kneedle(x, y, { ...rising, smoothing: 'polynomial' })?.knee).toBe(
    kneedle(paperX, paperY, { ...rising, smoothing: 'polynomial' })?.knee,
  )
  kneedle(x, y, { curve: 'convex', direction: 'increasing' })
  expect([Array.from(x), Array.from(y)]).toEqual([paperX, paperY])
})

test.each<[number[], number[], object, string]>([
  [[1, 2], [5, 3], {}, 'kneedle: x.length must be at least 3, got 2'],
  [[1, 2, 3], [5, 3], {}, 'kneedle: y.length must be 3, one per x, got 2'],
  [[1, 2, 2], [5, 3, 1], {}, 'kneedle: x[2] must be above x[1] = 2, got 2'],
  [[1, 3, 2], [5, 3, 1], {}, 'kneedle: x[2] must be above x[1] = 3, got 2'],
  [[1, 2, NaN], [5, 3, 1], {}, 'kneedle: x[2] must be finite, got NaN'],
  [[1, 2, 3], [5, Infinity, 1], {}, 'kneedle: y[1] must be finite, got Infinity'],
  [[1, 2, 3], [5, 3, 1], { curve: 'round' }, 'kneedle: curve must be one of "convex", "concave", got "round"'],
  [
    [1, 2, 3],
    [5, 3, 1],
    { direction: undefined },
    'kneedle: direction must be one of "increasing", "decreasing", got undefined',
  ],
  [[1, 2, 3], [5, 3, 1], { sensitivity: -1 }, 'kneedle: sensitivity must be at least 0, got -1'],
  [
    [1, 2, 3],
    [5, 3, 1],
    { smoothing: 'spline' },
    'kneedle: smoothing must be one of "none", "polynomial", got "spline"',
  ],
  [
    [1, 2, 3],
    [5, 3, 1],
    { polynomialDegree: 2 },
    'kneedle: polynomialDegree must be left out without smoothing, got 2',
  ],
  [
    [1, 2, 3],
    [5, 3, 1],
    { smoothing: 'polynomial', polynomialDegree: 3 },
    'kneedle: polynomialDegree must be between 1 and 2, got 3',
  ],
])('x %j, y %j, %j is refused', (x, y, options, message) => {
  expect(() => kneedle(x, y, { ...falling, ...options })).toThrow(new RangeError(message))
})

interface KneedCurve extends KneedleOptions {
  name: string
  x: number[]
  y: number[]
  differenceCurveX: number[]
  differenceCurveY: number[]
  cases: KneedCase[]
}

interface KneedCase {
  sensitivity: number
  online: boolean
  smoothing: 'interp1d' | 'polynomial'
  polynomialDegree: number
  stable: boolean
  knee: number | null
  kneeY: number | null
  allKnees: number[]
}

describe.skipIf(!hasShared)('equal to kneed', () => {
  const curves: KneedCurve[] = hasShared ? reference('knee').curves : []
  // The curve of two points, which kneed answers with "none", is refused here.
  const long = curves.filter(({ x }) => x.length > 2)

  test.each(long)('$name', (kneed) => {
    const { x, y, curve, direction } = kneed
    for (const { stable, smoothing, polynomialDegree, knee, kneeY, allKnees, ...rest } of kneed.cases) {
      if (smoothing === 'polynomial' && !stable) continue
      const polynomial = smoothing === 'polynomial' && { smoothing, polynomialDegree }
      const found = kneedle(x, y, { curve, direction, ...rest, ...polynomial })
      const answer = { knee: found?.knee ?? null, kneeY: found?.kneeY ?? null, allKnees: [...(found?.allKnees ?? [])] }
      expect({ ...rest, smoothing, ...answer }).toEqual({ ...rest, smoothing, knee, kneeY, allKnees })
    }
  })

  test.each(long)('the difference curve of $name', ({ x, y, curve, direction, differenceCurveX, differenceCurveY }) => {
    const found = kneedle(x, y, { curve, direction, sensitivity: 0 })
    found?.normalizedX.forEach((value, i) => expect(value).toBeCloseTo(differenceCurveX[i]!, 11))
    found?.difference.forEach((value, i) => expect(value).toBeCloseTo(differenceCurveY[i]!, 11))
  })

  test('all but ten of its 968 answers were compared', () => {
    const count = (of: KneedCurve[]) => of.reduce((sum, { cases }) => sum + cases.length, 0)
    expect([count(curves), count(long)]).toEqual([968, 958])
  })
})
