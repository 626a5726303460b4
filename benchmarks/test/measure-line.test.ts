import { expect, test } from 'vitest'
import { measureLine } from '../src/measure-line.js'
import { line } from './example-suite.js'
import { fakeSide } from './fake-side.js'

const inTurn = { rest: 0 }

test('both sides are prepared, warmed up and asked, then run in turn', async () => {
  const log: string[] = []
  const sides = {
    node: fakeSide('node', log, { seconds: [9, 3, 2], answer: [1, 2] }),
    python: fakeSide('python', log, { seconds: [9, 1, 4], answer: [1, 2.1] }),
  }
  expect(await measureLine(line, sides, {}, inTurn)).toEqual({
    ours: { minimum: 2, median: 2.5 },
    theirs: { minimum: 1, median: 2.5 },
    repetitions: 2,
    note: 'seen by node; seen by python',
  })
  const start = (name: string) => [`${name} prepare`, `${name} run`, `${name} answer`]
  expect(log).toEqual([
    ...start('node'),
    ...start('python'),
    'node run',
    'python run',
    'node run',
    'python run',
    'node finish',
    'python finish',
  ])
})

test('a time is that of one unit of work', async () => {
  const node = fakeSide('node', [], { seconds: [9, 8, 6], units: 4 })
  const { theirs: _, ...alone } = line
  expect(await measureLine(alone, { node, python: undefined }, {}, inTurn)).toMatchObject({
    ours: { minimum: 1.5, median: 1.75 },
    theirs: undefined,
  })
})

test('the repetitions asked for come before those of the line', async () => {
  const node = fakeSide('node', [], { seconds: [9, 1] })
  const { theirs: _, ...alone } = line
  expect(await measureLine(alone, { node, python: undefined }, {}, { rest: 0, repetitions: 1 })).toMatchObject({
    repetitions: 1,
  })
})

test('sides that disagree are not timed, and forget the work', async () => {
  const log: string[] = []
  const sides = {
    node: fakeSide('node', log, { seconds: [9, 1, 1], answer: [1, 2] }),
    python: fakeSide('python', log, { seconds: [9, 1, 1], answer: [1, 3] }),
  }
  await expect(measureLine(line, sides, {}, inTurn)).rejects.toThrow('both sides must agree, got 2 and 3')
  expect(log.filter((each) => each.endsWith('run'))).toEqual(['node run', 'python run'])
  expect(log.slice(-2)).toEqual(['node finish', 'python finish'])
})
