import { computeKernels } from '@clientele/compute'
import { afterEach, expect, test } from 'vitest'
import { workerProgram } from '../../src/generated/worker-program.js'
import { closedPool } from '../../src/pool/errors.js'
import { nextId } from '../../src/pool/next-id.js'
import { Session } from '../../src/pool/session.js'

let session: Session
afterEach(() => session.terminate(closedPool))

const fetch = (address: number, length: number) => ({ type: 'fetch', id: nextId(), address, length }) as const

test('answers find who asked, whatever else was asked meanwhile', async () => {
  session = new Session(workerProgram)
  const bytes = Uint8Array.of(1, 2, 3, 4)
  const [, first, second] = await Promise.all([
    session.ask({ type: 'load', id: nextId(), address: 64, bytes }, 'kernel'),
    session.ask(fetch(64, 2), 'kernel'),
    session.ask(fetch(66, 2), 'kernel'),
  ])
  expect([first.bytes, second.bytes]).toEqual([Uint8Array.of(1, 2), Uint8Array.of(3, 4)])
})

test('what is handed over with a message is not copied', async () => {
  session = new Session(workerProgram)
  const bytes = Uint8Array.of(1)
  await session.ask({ type: 'load', id: nextId(), address: 64, bytes }, 'kernel', [bytes.buffer])
  expect(bytes.byteLength).toBe(0)
})

test('a question that fails is rejected by itself', async () => {
  session = new Session(workerProgram)
  await expect(session.ask(fetch(1 << 30, 8), 'kernel')).rejects.toThrow(
    /^kernel: kernel must run to its end, got RangeError/,
  )
  expect((await session.ask(fetch(0, 1), 'kernel')).bytes).toEqual(Uint8Array.of(0))
})

test('a message that cannot be sent is rejected', async () => {
  session = new Session(workerProgram)
  const unsendable = { ...fetch(0, 1), address: (() => 0) as unknown as number }
  await expect(session.ask(unsendable, 'kernel')).rejects.toThrow('could not be cloned')
})

test('a library is introduced once, and copies of it are told apart', () => {
  session = new Session(workerProgram)
  const copy = { ...computeKernels }
  const number = session.introduce(computeKernels)
  expect(session.introduce(computeKernels)).toBe(number)
  expect(session.introduce(copy)).not.toBe(number)
})

test('once it has ended, it answers nothing any more', async () => {
  session = new Session(workerProgram)
  const asked = session.ask(fetch(0, 1), 'first')
  const settled = Promise.allSettled([asked])
  const ending = session.terminate(closedPool)
  expect(session.alive).toBe(false)
  await expect(session.ask(fetch(0, 1), 'second')).rejects.toThrow('second: pool must be open, got a closed pool')
  await ending
  expect(await settled).toEqual([{ status: 'rejected', reason: closedPool('first') }])
})
