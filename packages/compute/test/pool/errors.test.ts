import { expect, test } from 'vitest'
import { closedPool, deadWorker, failedKernel } from '../../src/pool/errors.js'

test('errors of a pool have the one grammar, and name the kernel', () => {
  expect(closedPool('gram').message).toBe('gram: pool must be open, got a closed pool')
  expect(deadWorker('gram', 'exit code 1').message).toBe(
    'gram: worker must stay alive until the work is done, got exit code 1',
  )
  expect(failedKernel('gram', 'RuntimeError: unreachable').message).toBe(
    'gram: kernel must run to its end, got RuntimeError: unreachable',
  )
})
