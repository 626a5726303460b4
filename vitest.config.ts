import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Tests run on the sources: package names lead to `src/index.ts`, so nothing has to be built first. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@clientele\/testing$/, replacement: path('./internal/testing/src/index.ts') },
      { find: /^@clientele\/([a-z-]+)$/, replacement: path('./packages/$1/src/index.ts') },
    ],
  },
  test: {
    include: ['{packages,examples,internal}/*/test/**/*.test.ts'],
    testTimeout: 60_000,
    // One a core; the process that transforms files has little to do meanwhile.
    maxWorkers: '100%',
  },
})
