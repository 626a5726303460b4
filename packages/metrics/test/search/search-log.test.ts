import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryLog, openLog, runKey } from '../../src/search/search-log.js'

const run = { settings: { a: 1, b: 'x' }, split: 2, share: 1 }
const outcome = { metrics: { ndcg: 0.1 + 0.2 }, seconds: 0.5 }

test('what was noted is known to whoever opens the log next', async () => {
  const log = memoryLog()
  const first = await openLog('f', log, 'print')
  expect([first.known.size, first.damagedLines]).toEqual([0, 0])
  await first.note(run, outcome)
  const { known, damagedLines } = await openLog('f', memoryLog(log.read()), 'print')
  expect(damagedLines).toBe(0)
  expect(known.get(runKey({ ...run, settings: { b: 'x', a: 1 } }))).toEqual(outcome)
  expect(known.get(runKey({ ...run, split: 1 }))).toBeUndefined()
})

test('cut anywhere, the log gives what was whole, counts the rest, and goes on', async () => {
  const whole = memoryLog()
  const open = await openLog('f', whole, 'print')
  for (let split = 0; split < 4; split++) await open.note({ ...run, split }, outcome)
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.read().length }), async (end) => {
      const text = whole.read().slice(0, end)
      const log = memoryLog(text)
      const again = await openLog('f', log, 'print')
      const lines = text.split('\n').slice(1, -1).length
      const last = text.split('\n').at(-1)!
      // A last line that lacks nothing but its end is whole.
      const isWhole =
        text.split('\n').length > 1 &&
        last.endsWith('}') &&
        last.startsWith('{"settings"') &&
        last.includes('"seconds"')
      expect(again.known.size).toBe(lines + (isWhole ? 1 : 0))
      await again.note({ ...run, split: 9 }, outcome)
      const third = await openLog('f', memoryLog(log.read()), 'print')
      expect(third.known.size).toBe(again.known.size + 1)
      expect(third.damagedLines).toBe(again.damagedLines)
      expect(log.read().startsWith(text)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('lines that say nothing sensible are counted, and what they said is not known', async () => {
  const log = memoryLog()
  const open = await openLog('f', log, 'print')
  await open.note(run, outcome)
  const bad = ['{}', '7', 'null', '{"settings":{},"split":0,"share":1,"seconds":1,"metrics":{"x":null}}']
  for (const line of bad) await log.append(`${line}\n`)
  const again = await openLog('f', log, 'print')
  expect([again.known.size, again.damagedLines]).toEqual([1, 4])
})

test('a log of another search, or no log, is refused', async () => {
  const log = memoryLog()
  await openLog('f', log, 'one')
  await expect(openLog('f', log, 'two')).rejects.toThrow(
    new RangeError('f: log must be that of a search with the same splits and protocol (two), got "one"'),
  )
  await expect(openLog('f', memoryLog('customer,product\n'), 'one')).rejects.toThrow(
    'f: log must be empty or the log of a search, got "customer,product"',
  )
  await expect(openLog('f', memoryLog('{"a":1}\n'), 'one')).rejects.toThrow('log must be empty or the log of a search')
})

test('lines are written one after the other, and a failure to write is told', async () => {
  const order: number[] = []
  let writes = 0
  const slow = {
    read: () => '',
    append: async () => {
      const own = writes++
      await new Promise((resolve) => setTimeout(resolve, 5 - own))
      order.push(own)
      if (own === 2) throw new Error('disk full')
    },
  }
  const open = await openLog('f', slow, 'print')
  const notes = [open.note(run, outcome), open.note(run, outcome)]
  await expect(Promise.all(notes)).rejects.toThrow('disk full')
  expect(order).toEqual([0, 1, 2])
})
