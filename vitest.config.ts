import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@clientele\/testing$/, replacement: new URL('./internal/testing/src/index.ts', import.meta.url).pathname },
      { find: /^@clientele\/([a-z-]+)$/, replacement: new URL('./packages/$1/src/index.ts', import.meta.url).pathname },
    ],
  },
  test: {
    include: ['{packages,examples,internal}/*/test/**/*.test.ts'],
    testTimeout: 60_000,
  },
})
