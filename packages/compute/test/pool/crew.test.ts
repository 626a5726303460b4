import { afterEach, expect, test } from 'vitest'
import { workerProgram } from '../../src/generated/worker-program.js'
import { Crew } from '../../src/pool/crew.js'
import { nextId } from '../../src/pool/next-id.js'
import { Session } from '../../src/pool/session.js'

let begun = 0
let crew: Crew
const begin = () => {
  begun++
  return new Session(workerProgram)
}
afterEach(async () => {
  await crew.close()
  begun = 0
})

const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

test('work that comes one after the other needs one worker, work at the same time more, and never too many', async () => {
  crew = new Crew(3, begin)
  for (let i = 0; i < 4; i++) await crew.do('kernel', () => later(1))
  expect(begun).toBe(1)
  let atWork = 0
  let most = 0
  await Promise.all(
    Array.from({ length: 10 }, () =>
      crew.do('kernel', async () => {
        most = Math.max(most, ++atWork)
        await later(5)
        atWork--
      }),
    ),
  )
  expect([begun, most]).toEqual([3, 3])
})

test('work is done in the order in which it came, and hands over what it finds', async () => {
  crew = new Crew(1, begin)
  const order: number[] = []
  const results = await Promise.all([3, 1, 2].map((i) => crew.do('kernel', () => Promise.resolve(order.push(i) * 10))))
  expect(order).toEqual([3, 1, 2])
  expect(results).toEqual([10, 20, 30])
})

test('a worker is one work alone until that has ended, also when it fails', async () => {
  crew = new Crew(1, begin)
  const failing = crew.do('kernel', () => later(5).then(() => Promise.reject(new Error('failed'))))
  const next = crew.do('kernel', () => Promise.resolve('next'))
  await expect(failing).rejects.toThrow('failed')
  expect(await next).toBe('next')
  expect(begun).toBe(1)
})

test('a worker that has died is replaced when there is work again', async () => {
  crew = new Crew(1, begin)
  const dying = crew.do('kernel', async (session) => {
    await session.terminate((kernel) => new Error(`${kernel}: gone`))
    await session.ask({ type: 'reserve', id: nextId(), bytes: 0 }, 'kernel')
  })
  await expect(dying).rejects.toThrow('kernel: gone')
  expect(await crew.do('kernel', (session) => Promise.resolve(session.alive))).toBe(true)
  expect(begun).toBe(2)
})
