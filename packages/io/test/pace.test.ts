import { expect, test } from 'vitest'
import { pacer } from '../src/pace.js'

test('progress is passed on', async () => {
  const seen: unknown[] = []
  const pace = pacer({ onProgress: (progress) => seen.push(progress) })
  await pace({ stage: 'reading', done: 1, total: 2 })
  expect(seen).toEqual([{ stage: 'reading', done: 1, total: 2 }])
})

test('other work of the thread gets its turn once a piece took long', async () => {
  let others = 0
  setImmediate(() => others++)
  const pace = pacer({})
  const start = performance.now()
  while (performance.now() - start < 20);
  await pace({ stage: 'reading', done: 1, total: 2 })
  expect(others).toBe(1)
})

test('an aborted signal ends the work with its reason', async () => {
  const abort = new AbortController()
  const pace = pacer({ signal: abort.signal })
  await pace({ stage: 'reading', done: 1, total: 2 })
  const reason = new Error('enough')
  abort.abort(reason)
  await expect(pace({ stage: 'reading', done: 2, total: 2 })).rejects.toBe(reason)
  expect(() => pacer({ signal: abort.signal })).toThrow(reason)
})
