import { expect, test } from 'vitest'
import { resolveSimilarity } from '../../src/neighbours/similarity-options.js'

test('what is left out has a default', () => {
  expect(resolveSimilarity('fit', {})).toEqual({
    neighbors: 50,
    similarity: 'cosine',
    shrinkage: 0,
    minSupport: 1,
    k1: 1.2,
    b: 0.75,
  })
})

test('bad options are errors that name themselves', () => {
  const resolving = (options: object) => () => resolveSimilarity('fit', options)
  expect(resolving({ neighbors: 0 })).toThrow('fit: neighbors must be at least 1, got 0')
  expect(resolving({ neighbors: 2.5 })).toThrow('fit: neighbors must be an integer, got 2.5')
  expect(resolving({ shrinkage: -1 })).toThrow('fit: shrinkage must be at least 0, got -1')
  expect(resolving({ minSupport: 0 })).toThrow('fit: minSupport must be at least 1, got 0')
  expect(resolving({ similarity: 'dot' })).toThrow(
    'fit: similarity must be one of "cosine", "adjustedCosine", "pearson", "jaccard", "tfidf", "bm25", "logLikelihood", got "dot"',
  )
  expect(resolving({ k1: 1 })).toThrow('fit: k1 must be left out when similarity is "cosine", got 1')
  expect(resolving({ similarity: 'bm25', b: 2 })).toThrow('fit: b must be between 0 and 1, got 2')
})
