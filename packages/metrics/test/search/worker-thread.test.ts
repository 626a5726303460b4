import { availableParallelism } from 'node:os'
import { expect, test } from 'vitest'
import type { FromWorker } from '../../src/search/messages.js'
import { TOPIC, defaultWorkers, startWorker } from '../../src/search/worker-thread.js'
import { bundled } from './bundled.js'

test('there is a worker a core, at most eight', () => {
  expect(defaultWorkers()).toBe(Math.min(8, availableParallelism()))
})

test('a worker answers, and ended on purpose it does not report its death', async () => {
  const module = await bundled('best-sellers-module.ts')
  let died = false
  const worker = { terminate: () => Promise.resolve() }
  const first = await new Promise<FromWorker>((answered) => {
    Object.assign(worker, startWorker(module, { answered, died: () => (died = true) }))
  })
  expect(first).toEqual({ topic: TOPIC, type: 'ready' })
  await worker.terminate()
  expect(died).toBe(false)
})

test('a module that cannot be loaded is a death, reported once', async () => {
  const reasons: string[] = []
  await new Promise<void>((resolve) => {
    startWorker('/no/such/module.mjs', {
      answered: () => undefined,
      died(reason) {
        reasons.push(reason)
        setTimeout(resolve, 50)
      },
    })
  })
  expect(reasons).toHaveLength(1)
  expect(reasons[0]).toContain('Cannot find module')
})
