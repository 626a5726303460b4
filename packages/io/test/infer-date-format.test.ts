import { expect, test } from 'vitest'
import { inferDateFormats } from '../src/infer-date-format.js'

const infer = (...texts: string[]) => inferDateFormats(texts, 'UTC')

test('one date with a day above 12 settles the order of day and month', () => {
  expect(infer('12/1/2010 8:26', '12/13/2010 8:28')).toEqual(['M/D/YYYY H:mm'])
  expect(infer('1/12/2010 8:26', '13/12/2010 8:28')).toEqual(['D/M/YYYY H:mm'])
})

test('dates that could be both are both', () => {
  expect(infer('1/12/2010', '2/11/2010')).toEqual(['D/M/YYYY', 'M/D/YYYY'])
})

test('dates that contradict one another have no format', () => {
  expect(infer('13/1/2010', '1/13/2010')).toEqual([])
  expect(infer('1/13/2010', '1/13/2010 8:26')).toEqual([])
})

test.each([
  ['5.1.2024', 'D.M.YYYY'],
  ['05.01.24 08:00', 'D.M.YY H:mm'],
  ['2024/1/5 8:26:07', 'YYYY/M/D H:mm:ss'],
  ['1-13-2024 1:05 pm', 'M-D-YYYY h:mm A'],
])('%j is found to be %j', (text, format) => {
  expect(infer(text)).toEqual([format])
})

test('other texts, and no texts, have no format', () => {
  expect(infer('soon')).toEqual([])
  expect(infer('20240105')).toEqual([])
  expect(infer()).toEqual([])
})
