import { expect, test } from 'vitest'
import { checkObject, checkSettings, settingsKey } from '../../src/search/settings.js'

test('settings are the same in whatever order their names stand, and 1 is not "1"', () => {
  expect(settingsKey({ a: 1, b: null })).toBe(settingsKey({ b: null, a: 1 }))
  expect(settingsKey({ a: 1 })).not.toBe(settingsKey({ a: '1' }))
})

test('names settings that are there twice', () => {
  expect(() =>
    checkSettings('f', [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ]),
  ).toThrow('f: settings[1] must be other settings than those before')
  expect(() => checkSettings('f', [])).toThrow('f: settings.length must be at least 1, got 0')
  expect(() => checkSettings('f', [{ a: undefined as never }])).toThrow(
    'f: settings[0].a must be a string, number, boolean or null, got undefined',
  )
})

test('settings are objects of values by name', () => {
  expect(() => checkSettings('f', [7 as never])).toThrow(
    new TypeError('f: settings[0] must be an object of values by name, got 7'),
  )
  expect(() => checkSettings('f', undefined as never)).toThrow(
    'f: settings must be an array of settings, got undefined',
  )
  expect(() => checkObject('f', 'grid', null)).toThrow('f: grid must be an object of values by name, got null')
})
