import { random, shuffle, type Random } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const DRAWS = 100_000

function draws(count: number, draw: () => number): Float64Array {
  return Float64Array.from({ length: count }, draw)
}

/** Pearson's statistic for counts that should all be equal. */
function chiSquare(counts: ArrayLike<number>): number {
  const total = Array.from(counts).reduce((sum, count) => sum + count, 0)
  const expected = total / counts.length
  return Array.from(counts).reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

function countsOf(bins: number, count: number, bin: () => number): Int32Array {
  const counts = new Int32Array(bins)
  for (let i = 0; i < count; i++) counts[bin()]!++
  return counts
}

function correlation(a: Float64Array, b: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [both, squareA, squareB] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    both += (a[i]! - meanA) * (b[i]! - meanB)
    squareA += (a[i]! - meanA) ** 2
    squareB += (b[i]! - meanB) ** 2
  }
  return both / Math.sqrt(squareA * squareB)
}

/** Abramowitz and Stegun 26.2.17: the normal distribution function to 7.5e-8. */
function normalBelow(x: number): number {
  if (x < 0) return 1 - normalBelow(-x)
  const t = 1 / (1 + 0.2316419 * x)
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 1 - (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * tail
}

describe('the same seed gives the same bits', () => {
  // Written down once: whoever changes these changes every seeded result of every user.
  test('uniform numbers of seed 7', () => {
    const stream = random(7)
    expect([stream.next(), stream.next(), stream.next(), stream.next()]).toEqual([
      0.6906915836306408, 0.47888013777631133, 0.4799423546931779, 0.9353792008820146,
    ])
  })

  test('normal numbers and integers of the sub-stream "noise" of seed "shop"', () => {
    const stream = random('shop').fork('noise')
    expect([stream.normal(), stream.normal(), stream.normal()]).toEqual([
      -0.4531533374715671, 0.5327697128196461, -2.083629549606492,
    ])
    expect([stream.integer(6), stream.integer(1000), stream.integer(2 ** 40)]).toEqual([1, 282, 54327577053])
  })

  test('a shuffle by seed 1', () => {
    expect(
      Array.from(
        shuffle(
          Int32Array.from({ length: 8 }, (_, i) => i),
          random(1),
        ),
      ),
    ).toEqual([6, 7, 5, 4, 2, 1, 0, 3])
  })

  test('whatever the seed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true })),
        (seed) => {
          const [one, other] = [random(seed), random(seed)]
          for (let i = 0; i < 5; i++) expect(one.next()).toBe(other.next())
        },
      ),
    )
  })
})

describe('streams of different seeds and names differ', () => {
  test('the number 1, the text "1" and other look-alikes are different seeds', () => {
    const streams = [random(1), random('1'), random('[1]'), random(1.5), random(-1), random(''), random('\ud800')]
    const forks = [random(1).fork('a').fork('b'), random(1).fork('ab'), random(1).fork('a,b'), random(1).fork('b')]
    const first = [...streams, ...forks, random(1).fork(1), random(1).fork('1')].map((stream) => stream.next())
    expect(new Set(first).size).toBe(first.length)
  })

  // Under independence the correlation is normal with deviation 1 / sqrt(n): 3.3 of them are exceeded once in 1000.
  const bound = 3.3 / Math.sqrt(DRAWS)
  const pairs: [string, Random, Random][] = [
    ['neighbouring seeds', random(1), random(2)],
    ['a stream and its fork', random(1), random(1).fork('a')],
    ['forks with neighbouring numbers', random(1).fork(0), random(1).fork(1)],
    ['forks of one name from neighbouring seeds', random(1).fork('a'), random(2).fork('a')],
  ]
  test.each(pairs)('and are not correlated: %s', (_, one, other) => {
    expect(Math.abs(correlation(draws(DRAWS, one.next), draws(DRAWS, other.next)))).toBeLessThan(bound)
  })

  test('a fork does not depend on what was drawn, and drawing from it disturbs nobody', () => {
    const used = random(7)
    const fork = used.fork('noise')
    for (let i = 0; i < 10; i++) used.normal()
    expect(draws(5, used.fork('noise').next)).toEqual(draws(5, fork.next))
    const fresh = random(7)
    for (let i = 0; i < 10; i++) fresh.normal()
    expect(used.next()).toBe(fresh.next())
  })
})

// Critical values at 1 in 1000 of chi-square: 148.23 with 99 degrees of freedom, 27.88 with 9, 49.73 with 23.
describe('next', () => {
  test('is spread evenly over [0, 1)', () => {
    const { next } = random('spread')
    expect(chiSquare(countsOf(100, DRAWS, () => Math.floor(100 * next())))).toBeLessThan(148.23)
  })

  test('a number says nothing about the one after it', () => {
    const { next } = random('pairs')
    expect(chiSquare(countsOf(100, DRAWS, () => 10 * Math.floor(10 * next()) + Math.floor(10 * next())))).toBeLessThan(
      148.23,
    )
  })

  test('the first numbers of neighbouring seeds, and of forks by number, are spread evenly', () => {
    let seed = 0
    expect(chiSquare(countsOf(100, 10_000, () => Math.floor(100 * random(seed++).next())))).toBeLessThan(148.23)
    const parent = random('parent')
    let name = 0
    expect(chiSquare(countsOf(100, 10_000, () => Math.floor(100 * parent.fork(name++).next())))).toBeLessThan(148.23)
  })

  test('has random bits down to the 53rd', () => {
    const { next } = random('bits')
    const lowest = countsOf(10, 10_000, () => Number(BigInt(next() * 2 ** 53) % 10n))
    expect(chiSquare(lowest)).toBeLessThan(27.88)
  })
})

describe('integer', () => {
  test('is spread evenly over [0, below)', () => {
    const stream = random('dice')
    expect(chiSquare(countsOf(10, DRAWS, () => stream.integer(10)))).toBeLessThan(27.88)
  })

  test('stays below its bound up to the largest safe integer', () => {
    fc.assert(
      fc.property(fc.integer(), fc.maxSafeNat(), (seed, most) => {
        const drawn = random(seed).integer(most + (most < Number.MAX_SAFE_INTEGER ? 1 : 0))
        expect(Number.isSafeInteger(drawn) && drawn >= 0 && drawn <= most).toBe(true)
      }),
    )
    expect(random(1).integer(1)).toBe(0)
  })

  test('refuses a range without integers', () => {
    expect(() => random(1).integer(0)).toThrow(new RangeError('random.integer: below must be at least 1, got 0'))
    expect(() => random(1).integer(2.5)).toThrow(new RangeError('random.integer: below must be an integer, got 2.5'))
  })
})

describe('normal', () => {
  const drawn = draws(DRAWS, random('normal').normal)

  // Kolmogorov: sqrt(n) D exceeds 1.95 once in 1000.
  test('has the normal distribution', () => {
    const sorted = drawn.slice().sort()
    const gaps = sorted.map((x, i) => Math.max(normalBelow(x) - i / DRAWS, (i + 1) / DRAWS - normalBelow(x)))
    expect(Math.sqrt(DRAWS) * gaps.reduce((most, gap) => Math.max(most, gap))).toBeLessThan(1.95)
  })

  // Standard errors: of the mean 1 / sqrt(n), of the variance sqrt(2 / n).
  test('has mean 0 and variance 1', () => {
    const mean = drawn.reduce((sum, x) => sum + x) / DRAWS
    const variance = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (DRAWS - 1)
    expect(Math.abs(mean)).toBeLessThan(3.3 / Math.sqrt(DRAWS))
    expect(Math.abs(variance - 1)).toBeLessThan(3.3 * Math.sqrt(2 / DRAWS))
  })

  test('the two of a pair are not correlated', () => {
    const [first, second] = [0, 1].map((side) => drawn.filter((_, i) => i % 2 === side))
    expect(Math.abs(correlation(first!, second!))).toBeLessThan(3.3 / Math.sqrt(DRAWS / 2))
  })
})

describe('shuffle', () => {
  test('loses nothing and changes the array it is given', () => {
    fc.assert(
      fc.property(fc.float64Array({ noNaN: true }), fc.integer(), (values, seed) => {
        const sorted = values.slice().sort()
        const shuffled = shuffle(values, random(seed))
        expect(shuffled).toBe(values)
        expect(shuffled.slice().sort()).toEqual(sorted)
      }),
    )
  })

  test('every order is equally likely', () => {
    const stream = random('orders')
    const seen = new Map<string, number>()
    for (let i = 0; i < 24_000; i++) {
      const order = shuffle(Int32Array.of(0, 1, 2, 3), stream).join('')
      seen.set(order, (seen.get(order) ?? 0) + 1)
    }
    expect(seen.size).toBe(24)
    expect(chiSquare([...seen.values()])).toBeLessThan(49.73)
  })
})

test.each([undefined, null, NaN, Infinity, true, 1n, {}])('refuses %o as a seed or a name', (key) => {
  expect(() => random(key as any)).toThrow(TypeError)
  expect(() => random(key as any)).toThrow(/^random: seed must be a string or a finite number, got /)
  expect(() => random(1).fork(key as any)).toThrow(/^random.fork: name must be a string or a finite number, got /)
})
