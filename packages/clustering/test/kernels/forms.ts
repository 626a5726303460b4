import { Engine, type KernelArgument, type KernelLibrary, type Region, type Scope } from '@clientele/compute'
import { random } from '@clientele/core'
import { expect } from 'vitest'
import { clusteringKernels } from '../../src/kernels/library.js'

/** Seeded numbers for a case. */
export function normals(name: string, length: number): Float64Array {
  const stream = random(name)
  return Float64Array.from({ length }, () => stream.normal())
}

/**
 * Runs a kernel over all rows in blocks, compiled and as its twin, on the same memory, and expects the same bytes in every
 * region; returns the regions as the kernel left them.
 */
export function sameInBothForms(
  kernel: string,
  rows: number,
  blockRows: number,
  argumentsIn: (scope: Scope) => readonly KernelArgument[],
  library: KernelLibrary = clusteringKernels,
): (number | Float64Array | Int32Array)[] {
  const [compiled, twin] = (['wasm', 'twin'] as const).map((form) => {
    const engine = new Engine(false, form)
    const args = argumentsIn(engine.arena.scope())
    for (let start = 0; start < rows; start += blockRows) {
      engine.call(library, kernel, args, start, Math.min(rows, start + blockRows))
    }
    return args.map((arg) => ('view' in Object(arg) ? (arg as Region<'f64' | 'i32'>).view().slice() : 0))
  })
  expect(compiled).toEqual(twin)
  return compiled!
}
