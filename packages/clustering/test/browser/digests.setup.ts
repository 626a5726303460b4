import type { TestProject } from 'vitest/node'
import { digest } from '../../../compute/test/digest.js'
import { cases } from '../cases.js'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Title of each case of clustering → digest of its result in Node. */
    clusteringDigests: Record<string, string>
  }
}

/** Runs in Node before the tests in Chromium: computes what they must give. */
export default function setup({ provide }: TestProject): void {
  provide('clusteringDigests', Object.fromEntries(cases.map(({ title, inline }) => [title, digest(inline())])))
}
