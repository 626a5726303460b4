import { expect, test } from 'vitest'
import { startSide } from '../src/side.js'

/** A side that reports the work it was asked for, fails at "hard" and ends at "last". */
const program = `
  require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const { work } = JSON.parse(line)
    if (work === 'last') process.exit(3)
    console.log(JSON.stringify(work === 'hard' ? { error: 'too hard' } : { value: work.length }))
  })`
const start = () => startSide(process.execPath, ['--eval', program])

test('each request gets its answer, in order', async () => {
  const side = start()
  const answers = ['a', 'bcd'].map((work) => side.ask({ do: 'run', work }))
  expect(await Promise.all(answers)).toEqual([1, 3])
  side.close()
})

test('an error comes back with its reason, and the side works on', async () => {
  const side = start()
  await expect(side.ask({ do: 'run', work: 'hard' })).rejects.toThrow('too hard')
  expect(await side.ask({ do: 'run', work: 'ab' })).toBe(2)
  side.close()
})

test('a process that ends is an error, not a hang, now and later', async () => {
  const side = start()
  await expect(side.ask({ do: 'run', work: 'last' })).rejects.toThrow('must answer, got its end (3)')
  await expect(side.ask({ do: 'run', work: 'a' })).rejects.toThrow('must answer, got its end (3)')
})

test('a program that is not there is an error that names it', async () => {
  const side = startSide('no-such-program', [])
  await expect(side.ask({ do: 'versions' })).rejects.toThrow('no-such-program must start')
})
