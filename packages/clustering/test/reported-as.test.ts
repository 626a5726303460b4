import { run, type Steps } from '@clientele/core'
import { expect, test } from 'vitest'
import { reportedAs } from '../src/reported-as.js'

const whole = { stage: 'whole', done: 1, total: 2 }

test('tasks are handed on, progress is replaced, the result comes back', () => {
  const task = { blocks: 1, runBlock: () => undefined }
  function* part(): Steps<string> {
    yield { stage: 'part', done: 7, total: 9 }
    yield task
    return 'done'
  }
  const steps = reportedAs(part(), whole)
  expect(steps.next()).toEqual({ done: false, value: whole })
  expect(steps.next().value).toBe(task)
  expect(steps.next()).toEqual({ done: true, value: 'done' })
})

test('however it ends, the part is closed', () => {
  let closed = 0
  function* part(fail: boolean): Steps<void> {
    try {
      yield { stage: 'part', done: 0, total: 1 }
      if (fail) throw new Error('broken')
    } finally {
      closed++
    }
  }
  const left = reportedAs(part(false), whole)
  left.next()
  left.return(undefined)
  expect(closed).toBe(1)
  expect(() => run(reportedAs(part(true), whole))).toThrow('broken')
  expect(closed).toBe(2)
})
