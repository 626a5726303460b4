import { expect, inject, test } from 'vitest'
import { loadItemKnn, loadPopularity, loadWithFallback } from '../../src/index.js'
import { answersOf, modelToSave } from '../saved.js'

const { bytes, answers } = inject('saved')

test('a model that was saved in Node gives the same lists and scores here', () => {
  const model = loadWithFallback(Uint8Array.from(bytes), loadItemKnn<string, string>, loadPopularity<string, string>)
  expect(answersOf(model)).toEqual(answers)
})

test('a model that is fitted and saved here gives the same bytes as in Node', () => {
  expect(Array.from(modelToSave().save())).toEqual(bytes)
})
