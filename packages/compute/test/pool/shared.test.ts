import { Engine, type Region } from '@clientele/compute'
import { expect, test } from 'vitest'
import { addresses } from '../../src/pool/shared.js'

test('a kernel is handed numbers as they are, regions by address, and scratch memory of its own', () => {
  const scope = new Engine(true).arena.scope()
  const region: Region = scope.zeros('f64', 4)
  const args = [3, region, { scratch: 'f32', length: 10 }, region.from(2)] as const
  const [number, address, scratch, part] = addresses(args, scope)
  expect([number, address, part]).toEqual([3, region.address, region.address + 16])
  const [, , other] = addresses(args, scope)
  expect(new Set([address, scratch, other]).size).toBe(3)
})
