import { defaultPool } from '@clientele/compute'
import { expect, test } from 'vitest'
import { defaultWorkers } from '../../src/pool/platform.js'

test('all calls share one pool for each number of workers', async () => {
  const pool = defaultPool(2)
  expect(defaultPool(2)).toBe(pool)
  expect(defaultPool(3)).not.toBe(pool)
  expect(defaultPool().workers).toBe(defaultWorkers())
  await Promise.all([pool.close(), defaultPool(3).close(), defaultPool().close()])
})

test('one that was closed is opened again at its next use', async () => {
  const pool = defaultPool(2)
  await pool.close()
  const next = defaultPool(2)
  expect(next).not.toBe(pool)
  expect(next.closed).toBe(false)
  await next.close()
})

test('a number of workers that no pool can have is refused in the name of the caller', () => {
  expect(() => defaultPool(0, 'kmeans')).toThrow(new RangeError('kmeans: workers must be between 1 and 256, got 0'))
})
