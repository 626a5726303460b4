import { expect, test } from 'vitest'
import { answerRequests } from '../src/answer-requests.js'

const calls: string[] = []
const answer = answerRequests({
  count: ({ numbers }) => {
    let runs = 0
    return {
      units: 5,
      run: () => ++runs,
      answer: (result: number) => ({ numbers: [result], note: numbers! }),
      finish: () => calls.push('finished'),
    }
  },
  itself: () => ({ run: () => 7, secondsOf: (result: number) => result / 2, answer: () => ({ numbers: [] }) }),
  slow: () => ({ run: () => new Promise((resolve) => setTimeout(resolve, 30)), answer: () => ({ numbers: [] }) }),
})

test('work is prepared with its data, run, looked at and forgotten', async () => {
  expect(await answer({ do: 'prepare', work: 'count', folders: { numbers: 'folder' } })).toBe(5)
  await answer({ do: 'run', work: 'count' })
  await answer({ do: 'run', work: 'count' })
  expect(await answer({ do: 'answer', work: 'count' })).toEqual({ numbers: [2], note: 'folder' })
  expect(await answer({ do: 'finish', work: 'count' })).toBeNull()
  expect(calls).toEqual(['finished'])
  await expect(answer({ do: 'run', work: 'count' })).rejects.toThrow()
})

test('the time of a run is that until its promise is kept, in seconds', async () => {
  expect(await answer({ do: 'prepare', work: 'slow', folders: {} })).toBe(1)
  const seconds = await answer({ do: 'run', work: 'slow' })
  expect(seconds).toBeGreaterThan(0.02)
})

test('work that takes times itself says what is reported', async () => {
  await answer({ do: 'prepare', work: 'itself', folders: {} })
  expect(await answer({ do: 'run', work: 'itself' })).toBe(3.5)
})

test('the versions of Node and its engine are known', async () => {
  expect(await answer({ do: 'versions' })).toEqual({ Node: process.versions.node, V8: process.versions.v8 })
})
