import type { TestProject } from 'vitest/node'
import { decayedValues, savedModels } from '../saved.js'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Models that were saved in Node, and what they answered there. */
    saved: ReturnType<typeof savedModels>
    /** What lines count by their age there. */
    decayed: number[]
  }
}

/** Runs in Node before the tests in Chromium: saves what they load. */
export default function setup({ provide }: TestProject): void {
  provide('saved', savedModels())
  provide('decayed', decayedValues())
}
