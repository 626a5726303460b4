import { run, runAsync, runTask, type Progress, type Steps, type Task, type TaskPool } from '@clientele/core'
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

/** Squares 0, 1, 2, … by a task of one block each, then adds them up. */
function squares(blocks: number, onBlock: (block: number) => void = () => undefined) {
  const state = { closed: 0 }
  function* steps(): Steps<number> {
    try {
      const into = new Array<number>(blocks).fill(0)
      yield task(blocks, (block) => {
        onBlock(block)
        into[block] = block ** 2
      })
      yield { stage: 'squares', done: 1, total: 1 }
      return into.reduce((sum, square) => sum + square, 0)
    } finally {
      state.closed++
    }
  }
  return { steps: steps(), state }
}

function task(blocks: number, runBlock: (block: number) => void): Task {
  return { blocks, runBlock }
}

describe('tasks', () => {
  /** Does the blocks in reverse order, each in a turn of its own. */
  const reversing: TaskPool = {
    async run({ blocks, runBlock }, signal) {
      for (let block = blocks - 1; block >= 0; block--) {
        await Promise.resolve()
        signal?.throwIfAborted()
        runBlock(block)
      }
    },
  }

  test('are done block by block by run, without a pool and by a pool, with the same result', async () => {
    expect(run(squares(5).steps)).toBe(30)
    expect(await runAsync(squares(5).steps)).toBe(30)
    expect(await runAsync(squares(5).steps, { pool: reversing })).toBe(30)
  })

  test('of no blocks are nothing to do', async () => {
    expect(run(squares(0).steps)).toBe(0)
    expect(await runAsync(squares(0).steps, { pool: reversing })).toBe(0)
    await runTask(task(0, () => expect.unreachable()))
  })

  test('are no progress', async () => {
    const seen: Progress[] = []
    await runAsync(squares(5).steps, { onProgress: (progress) => seen.push(progress) })
    expect(seen).toEqual([{ stage: 'squares', done: 1, total: 1 }])
  })

  test('of long blocks let other work of the thread happen in between', async () => {
    const events: string[] = []
    const timer = setTimeout(() => events.push('other work'), 0)
    await runAsync(
      squares(4, (block) => {
        work(20)
        events.push(`block ${block}`)
      }).steps,
    )
    clearTimeout(timer)
    expect(events.indexOf('other work')).toBeGreaterThan(0)
    expect(events.indexOf('other work')).toBeLessThan(events.indexOf('block 3'))
  })

  test('end between two blocks when they are aborted, and the steps are closed', async () => {
    for (const pool of [undefined, reversing]) {
      const controller = new AbortController()
      const done: number[] = []
      const { steps, state } = squares(100, (block) => {
        done.push(block)
        if (done.length === 3) controller.abort('enough')
      })
      const options = pool === undefined ? { signal: controller.signal } : { signal: controller.signal, pool }
      await expect(runAsync(steps, options)).rejects.toBe('enough')
      expect(done).toHaveLength(3)
      expect(state.closed).toBe(1)
    }
  })

  test('that fail end the steps', async () => {
    const fail = () => {
      throw new Error('block')
    }
    for (const drive of [
      (steps: Steps<number>) => Promise.resolve().then(() => run(steps)),
      (steps: Steps<number>) => runAsync(steps),
      (steps: Steps<number>) => runAsync(steps, { pool: reversing }),
    ]) {
      const { steps, state } = squares(3, fail)
      await expect(drive(steps)).rejects.toThrow('block')
      expect(state.closed).toBe(1)
    }
  })

  test('can be done by themselves, with an abort between blocks', async () => {
    const done: number[] = []
    await runTask(task(3, (block) => done.push(block)))
    expect(done).toEqual([0, 1, 2])
    const controller = new AbortController()
    const aborting = task(10, (block) => {
      done.push(block)
      if (block === 1) controller.abort(new Error('enough'))
    })
    await expect(runTask(aborting, controller.signal)).rejects.toThrow('enough')
    expect(done).toEqual([0, 1, 2, 0, 1])
  })
})
