import type { TestProject } from 'vitest/node'
import { answersOf, modelToSave } from '../saved.js'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A model that was saved in Node, and what it answered there. */
    saved: { bytes: number[]; answers: ReturnType<typeof answersOf> }
  }
}

/** Runs in Node before the tests in Chromium: saves what they load. */
export default function setup({ provide }: TestProject): void {
  const model = modelToSave()
  provide('saved', { bytes: Array.from(model.save()), answers: answersOf(model) })
}
