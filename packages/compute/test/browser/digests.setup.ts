import type { TestProject } from 'vitest/node'
import { cases } from '../cases.js'
import { digest } from '../digest.js'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Title of each case → digest of its result in Node. */
    digests: Record<string, string>
  }
}

/** Runs in Node before the tests in Chromium: computes what they must give. */
export default function setup({ provide }: TestProject): void {
  provide('digests', Object.fromEntries(cases.map(({ title, inline }) => [title, digest(inline())])))
}
