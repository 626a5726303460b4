import { run, runAsync, type Progress, type Steps } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** Adds 1 to `total`, and says so, one step each; `closed` tells whether its `finally` has run. */
function adding(total: number, onStep: (done: number) => void = () => undefined) {
  const state = { closed: 0 }
  function* steps(): Steps<number> {
    let sum = 0
    try {
      for (let done = 1; done <= total; done++) {
        sum += done
        onStep(done)
        yield { stage: 'add', done, total }
      }
      return sum
    } finally {
      state.closed++
    }
  }
  return { steps: steps(), state }
}

/** Keeps the thread as long as a piece of real work might. */
function work(milliseconds: number): void {
  const start = performance.now()
  while (performance.now() - start < milliseconds);
}

test('run drives steps to their end and returns the result', () => {
  const { steps, state } = adding(4)
  expect(run(steps)).toBe(10)
  expect(state.closed).toBe(1)
})

test('run throws what the steps throw', () => {
  const { steps, state } = adding(4, (done) => {
    if (done === 3) throw new Error('at three')
  })
  expect(() => run(steps)).toThrow('at three')
  expect(state.closed).toBe(1)
})

test('the asynchronous driver gives the same bits as the synchronous one', async () => {
  function* logisticMap(start: number, rounds: number): Steps<number> {
    let x = start
    for (let done = 0; done < rounds; done++) {
      x = 3.99 * x * (1 - x)
      yield { stage: 'map', done, total: rounds }
    }
    return x
  }
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(50), async (start, rounds) => {
      expect(await runAsync(logisticMap(start, rounds))).toBe(run(logisticMap(start, rounds)))
    }),
  )
})

describe('runAsync', () => {
  test('reports every step in order', async () => {
    const seen: Progress[] = []
    await runAsync(adding(3).steps, { onProgress: (progress) => seen.push(progress) })
    expect(seen).toEqual([1, 2, 3].map((done) => ({ stage: 'add', done, total: 3 })))
  })

  test('lets other work of the thread happen in between', async () => {
    const events: string[] = []
    const timer = setTimeout(() => events.push('other work'), 0)
    await runAsync(adding(4, () => work(20)).steps, { onProgress: ({ done }) => events.push(`step ${done}`) })
    clearTimeout(timer)
    expect(events).toContain('other work')
    expect(events.indexOf('other work')).toBeLessThan(events.indexOf('step 4'))
  })

  test('does not begin when the signal is aborted already', async () => {
    const seen: number[] = []
    const { steps } = adding(3, (done) => seen.push(done))
    const reason = new Error('not today')
    await expect(runAsync(steps, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect(seen).toEqual([])
    expect(steps.next().done).toBe(true)
  })

  test('ends between two steps with the reason of the signal, and closes the steps', async () => {
    const controller = new AbortController()
    const reason = { why: 'enough' }
    const { steps, state } = adding(100)
    const seen: number[] = []
    const onProgress = ({ done }: Progress) => {
      seen.push(done)
      if (done === 2) controller.abort(reason)
    }
    await expect(runAsync(steps, { signal: controller.signal, onProgress })).rejects.toBe(reason)
    expect(seen).toEqual([1, 2])
    expect(state.closed).toBe(1)
  })

  test('hears of an abort that comes from outside while it works', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 0)
    const { steps, state } = adding(1000, () => work(5))
    await expect(runAsync(steps, { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' })
    expect(state.closed).toBe(1)
  })

  test('a signal that nobody aborts changes nothing', async () => {
    const { steps, state } = adding(4)
    await expect(runAsync(steps, { signal: new AbortController().signal })).resolves.toBe(10)
    expect(state.closed).toBe(1)
  })

  test('rejects with what the steps throw, at once or later', async () => {
    const broken = adding(4, (done) => {
      if (done === 1) throw new Error('at once')
    })
    await expect(runAsync(broken.steps)).rejects.toThrow('at once')
    expect(broken.state.closed).toBe(1)
  })

  test('rejects with what the listener throws, and closes the steps', async () => {
    const { steps, state } = adding(4)
    const onProgress = () => {
      throw new Error('listener')
    }
    await expect(runAsync(steps, { onProgress })).rejects.toThrow('listener')
    expect(state.closed).toBe(1)
  })
})
