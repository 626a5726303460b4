import { describe, expect, inject, test } from 'vitest'
import { everyModel } from '../every-model.js'
import { answersOf, decayedValues, shopToSave } from '../saved.js'

const saved = inject('saved')

describe.each(Object.entries(everyModel))('%s', (name, { fit, fitAsync, load }) => {
  const { bytes, answers } = saved[name]!

  test('a model that was saved in Node gives the same lists and scores here', () => {
    expect(answersOf(load(Uint8Array.from(bytes)))).toEqual(answers)
  })

  test('a model that is fitted and saved here, inline or on workers, gives the same bytes as in Node', async () => {
    expect(Array.from(fit(shopToSave()).save())).toEqual(bytes)
    if (fitAsync) expect(Array.from((await fitAsync(shopToSave(), { workers: 2 })).save())).toEqual(bytes)
  })
})

test('lines decay to the same bits as in Node', () => {
  expect(decayedValues()).toEqual(inject('decayed'))
})
