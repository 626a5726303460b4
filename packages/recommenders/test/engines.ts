import { Engine } from '@clientele/compute'
import { run, type Csr, type Steps } from '@clientele/core'
import { expect } from 'vitest'

/**
 * The sparse matrix that an algorithm makes, which must be the same, bit for bit, with compiled kernels and with their twins.
 * Their memory is full of NaN at first: nothing may count on zeros.
 */
export function inBothForms(steps: (engine: Engine) => Steps<Csr>): Csr {
  const [compiled, twin] = (['wasm', 'twin'] as const).map((form) => run(steps(dirtyEngine(form))))
  for (const name of ['offsets', 'indices', 'values'] as const) {
    const [one, other] = [compiled![name], twin![name]].map(({ buffer }) => Buffer.from(buffer))
    expect(one!.equals(other!), name).toBe(true)
  }
  return compiled!
}

/** An engine whose memory is full of NaN. */
export function dirtyEngine(form: 'wasm' | 'twin'): Engine {
  const engine = new Engine(false, form)
  const scope = engine.arena.scope()
  scope
    .room('u8', 1 << 16)
    .view()
    .fill(255)
  scope.close()
  return engine
}
