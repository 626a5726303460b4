import { expect, test } from 'vitest'
import { KIND, similarityOf, trustOf } from '../../src/kernels/similarity.js'

const xlogx = (most: number) => Float64Array.from({ length: most + 1 }, (_, x) => (x === 0 ? 0 : x * Math.log(x)))

/** The sums of two lists over what both have. */
function pairOf(x: number[], y: number[]): Float64Array {
  const sum = (of: (i: number) => number) => x.reduce((total, _, i) => total + of(i), 0)
  return Float64Array.of(
    sum((i) => x[i]! * y[i]!),
    x.length,
    sum((i) => x[i]!),
    sum((i) => y[i]!),
    sum((i) => x[i]! ** 2),
    sum((i) => y[i]! ** 2),
  )
}

const none = new Float64Array(1)
const ofPair = (kind: number, x: number[], y: number[]) => similarityOf(kind, pairOf(x, y), 0, 0, 0, 0, none)

test('cosine, jaccard and dot are made of one sum and the sizes', () => {
  const twelve = Float64Array.of(12)
  expect(similarityOf(KIND.dot, twelve, 0, 9, 25, 0, none)).toBe(12)
  expect(similarityOf(KIND.cosine, twelve, 0, 9, 25, 0, none)).toBe(0.8)
  expect(similarityOf(KIND.jaccard, twelve, 0, 16, 20, 0, none)).toBe(0.5)
})

test('correlation is 1 for lists that rise together, -1 for opposite ones, 0 where one is constant', () => {
  expect(ofPair(KIND.pearson, [1, 2, 4], [2, 4, 8])).toBeCloseTo(1, 12)
  expect(ofPair(KIND.pearson, [1, 2, 4], [8, 6, 2])).toBeCloseTo(-1, 12)
  expect(ofPair(KIND.pearson, [1, 2, 4], [0.1, 0.1, 0.1])).toBe(0)
  // by hand: covariance 4, variances 14/3 and 6, of (1, 2, 4) and (1, 5, 6) around 7/3 and 4
  expect(ofPair(KIND.pearson, [1, 2, 4], [1, 5, 6])).toBeCloseTo(7 / Math.sqrt((14 / 3) * 14), 12)
})

test('the cosine over what both have, and 0 where one has only zeros there', () => {
  expect(ofPair(KIND.commonCosine, [3, 4], [4, 3])).toBe(24 / 25)
  expect(ofPair(KIND.commonCosine, [3, 4], [0, 0])).toBe(0)
})

test('the mean squared difference turns into 1 where nothing differs', () => {
  expect(ofPair(KIND.meanSquaredDifference, [3, 4], [3, 4])).toBe(1)
  expect(ofPair(KIND.meanSquaredDifference, [3, 4], [1, 4])).toBe(1 / 3)
})

test('log-likelihood is that of the four counts, as in the literature', () => {
  // Dunning (1993), table 2: "the swiss", 110 2442 111 29114 has -2 log λ = 270.72
  const all = 110 + 2442 + 111 + 29114
  const pair = Float64Array.of(110)
  expect(similarityOf(KIND.logLikelihood, pair, 0, 110 + 2442, 110 + 111, all, xlogx(all))).toBeCloseTo(
    1 - 1 / (1 + 270.72),
    7,
  )
})

test('log-likelihood is 0 for what meets no more often than by chance', () => {
  expect(similarityOf(KIND.logLikelihood, Float64Array.of(4), 0, 20, 20, 100, xlogx(100))).toBe(0)
  expect(similarityOf(KIND.logLikelihood, Float64Array.of(1), 0, 20, 20, 100, xlogx(100))).toBe(0)
})

test('residuals are compared as by the cosine, and one column less is trusted', () => {
  expect(ofPair(KIND.residualCosine, [3, 4], [4, 3])).toBe(24 / 25)
  expect(trustOf(KIND.residualCosine, 5, 12)).toBe(4 / 16)
  expect(trustOf(KIND.pearson, 5, 12)).toBe(5 / 17)
  expect(trustOf(KIND.pearson, 0, 0)).toBe(1)
})

test('the mean difference says how much higher the other list is', () => {
  expect(ofPair(KIND.meanDifference, [3, 4], [1, 4])).toBe(-1)
})
