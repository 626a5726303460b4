import { transactionsFromColumns, type Transactions } from '@clientele/core'
import fc from 'fast-check'
import type { SimilarityOptions } from '../src/index.js'

type Line = readonly [customer: number, product: number]

/** An order log of some lines, each of one unit. */
function logOf(lines: readonly Line[]): Transactions<string, string> {
  return transactionsFromColumns({
    customer: lines.map(([customer]) => `c${customer}`),
    product: lines.map(([, product]) => `p${product}`),
    amount: lines.map(() => 1),
    quantity: lines.map(([customer, product]) => 1 + ((customer + product) % 3)),
    time: lines.map((_, line) => line),
  })
}

/**
 * The order log of a shop until one day, that of a few lines more, and both as one. Customers have a few products near one another,
 * so that most lists have nothing to do with the later lines.
 */
export const growingShops = fc
  .record({
    home: fc.array(fc.tuple(fc.nat(40), fc.nat(5)), { minLength: 1, maxLength: 150, size: 'max' }),
    later: fc.array(fc.tuple(fc.nat(44), fc.nat(7)), { minLength: 1, maxLength: 4 }),
  })
  .map(({ home, later }) => {
    const lines = (pairs: readonly Line[]) =>
      pairs.map(([customer, step]) => [customer, (customer >> 1) + step] as const)
    const [before, after] = [lines(home), lines(later)]
    return { before: logOf(before), later: logOf(after), both: logOf([...before, ...after]) }
  })

/** Settings of a model of neighbours, with lists so short that most are full. */
export const similaritySettings: fc.Arbitrary<SimilarityOptions> = fc.record({
  similarity: fc.constantFrom('cosine', 'adjustedCosine', 'pearson', 'jaccard', 'tfidf', 'bm25', 'logLikelihood'),
  neighbors: fc.integer({ min: 1, max: 5 }),
  shrinkage: fc.constantFrom(0, 0.5),
  minSupport: fc.constantFrom(1, 2),
})

/** Whether two files are the same, bit for bit. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.from(one).equals(other)
}
