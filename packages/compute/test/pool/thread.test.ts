import { afterEach, expect, test, vi } from 'vitest'
import type { FromWorker, ToWorker } from '../../src/pool/messages.js'
import { nodeModule, startThread, type Thread } from '../../src/pool/thread.js'

const question: ToWorker = { type: 'reserve', id: 7, bytes: 0 }
const threads: Thread[] = []
afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.terminate()))
  vi.unstubAllGlobals()
})

/** Starts a program and waits for the first thing it reports. */
function firstReport(program: string): Promise<FromWorker | string> {
  return new Promise((resolve) => {
    const thread = startThread(program, { answered: resolve, died: resolve })
    threads.push(thread)
    thread.post(question)
  })
}

const port = `const { parentPort } = process.getBuiltinModule('node:worker_threads')\n`

test('a thread is sent messages and answers them', async () => {
  const program = `${port}parentPort.on('message', ({ id }) => parentPort.postMessage({ id: id + 1 }))`
  expect(await firstReport(program)).toEqual({ id: 8 })
})

test('a thread that ends reports its death once', async () => {
  const reports: string[] = []
  await new Promise<void>((resolve) => {
    const died = (reason: string) => {
      reports.push(reason)
      setTimeout(resolve, 50)
    }
    startThread(`${port}throw new Error('at once')`, { answered: () => undefined, died })
  })
  expect(reports).toEqual(['Error: at once'])
  expect(await firstReport('process.exit(4)')).toBe('exit code 4')
})

test('a thread that is ended on purpose reports nothing', async () => {
  const died = vi.fn()
  const thread = startThread(`${port}parentPort.on('message', () => {})`, { answered: () => undefined, died })
  thread.hold(true)
  thread.hold(false)
  await thread.terminate()
  expect(died).not.toHaveBeenCalled()
})

test('a process that is no Node has no modules of Node', () => {
  expect(nodeModule('node:os')?.availableParallelism()).toBeGreaterThan(0)
  vi.stubGlobal('process', {})
  expect(nodeModule('node:os')).toBeUndefined()
  vi.stubGlobal('process', undefined)
  expect(nodeModule('node:os')).toBeUndefined()
})

test('a Web Worker that reports an error has died, and its program is let go of', () => {
  const revoked = vi.spyOn(URL, 'revokeObjectURL')
  const made: Record<string, (event: unknown) => void>[] = []
  vi.stubGlobal('process', undefined)
  vi.stubGlobal('Worker', function (this: Record<string, () => void>) {
    this['terminate'] = () => undefined
    made.push(this)
  })
  const reports: string[] = []
  const events = { answered: () => undefined, died: (reason: string) => reports.push(reason) }
  startThread('', events)
  startThread('', events)
  startThread('', events)
  made[0]!['onerror']!({ message: 'out of memory' })
  made[0]!['onerror']!({ message: 'again' })
  made[1]!['onerror']!({})
  made[2]!['onmessageerror']!({})
  expect(reports).toEqual([
    'out of memory',
    'a page that does not allow workers from blob: addresses',
    'an answer that cannot be read',
  ])
  expect(revoked.mock.calls.length).toBeGreaterThanOrEqual(3)
})
