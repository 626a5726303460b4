import { DataError } from '@clientele/io'
import { expect, test } from 'vitest'
import { explainError } from '../src/explain-error.js'
import { UsageError } from '../src/usage-error.js'

test.each([
  ['a wrong call', new UsageError('--seed must not be empty'), 2, '--seed must not be empty'],
  [
    'bad data',
    new DataError('readTable', 'file "a"', 'hold at least one byte', 0),
    1,
    'file "a" must hold at least one byte, got 0',
  ],
  [
    'an argument of a reader',
    new RangeError('readTable: path must be a file, got "a"'),
    2,
    '--orders must be a file, got "a"',
  ],
  [
    'anything else of a library',
    new RangeError('kmeans: k must be at least 1, got 0'),
    1,
    'k must be at least 1, got 0',
  ],
  [
    'the system',
    Object.assign(new Error('ENOSPC: no space left'), { syscall: 'write' }),
    1,
    'the system refused: ENOSPC: no space left',
  ],
  ['several lines', new Error('first\nsecond'), 1, 'first second'],
  ['terminal commands', new Error('got "\u001b[2J"'), 1, 'got ""'],
  ['what is no error', 'text', 1, 'text'],
])('%s', (_, error, exitCode, message) => {
  expect(explainError(error)).toEqual({ message, exitCode })
})
