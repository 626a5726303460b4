import { expect, test } from 'vitest'
import { once } from '../src/once.js'

test('what is asked for twice is made once, and not before', () => {
  let made = 0
  const ask = once(() => ({ number: ++made }))
  expect(made).toBe(0)
  expect(ask()).toBe(ask())
  expect(made).toBe(1)
})

test('what could not be made is tried again', () => {
  let tries = 0
  const ask = once(() => {
    if (++tries === 1) throw new Error('no room')
    return { tries }
  })
  expect(ask).toThrow('no room')
  expect(ask()).toEqual({ tries: 2 })
})
