import { expect, test, vi } from 'vitest'
import { progressLine } from '../src/progress-line.js'

test('a file or a pipe sees nothing', () => {
  const write = vi.fn()
  const line = progressLine({ isTTY: false, write })
  line.step('Reading orders')
  line.report({ stage: 'read', done: 1, total: 2 })
  line.clear()
  expect(write).not.toHaveBeenCalled()
})

test('a terminal sees one line that overwrites itself and is removed at the end', () => {
  const written: string[] = []
  const now = vi.spyOn(performance, 'now').mockReturnValue(0)
  const line = progressLine({ isTTY: true, write: (text) => written.push(text) })
  line.step('Reading orders')
  now.mockReturnValue(1000)
  line.report({ stage: 'read', done: 1, total: 4 })
  line.report({ stage: 'read', done: 2, total: 4 })
  line.clear()
  now.mockRestore()
  expect(written).toEqual(['\r\u001b[KReading orders …', '\r\u001b[KReading orders … 25 %', '\r\u001b[K'])
})
