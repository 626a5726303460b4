import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import type { Plugin } from 'vite'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { chromium, chromiumFlags } from './internal/tasks/src/chromium.js'
import { freshKernels } from './internal/tasks/src/fresh-kernels.js'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Headers that make a page cross-origin isolated: only there may threads share memory. */
const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }

/** The tests named `*.browser.ts`, in the system's Chromium. */
function inChromium(
  executablePath: string,
  name: string,
  headers: Record<string, string>,
): TestProjectInlineConfiguration {
  return {
    extends: true,
    server: { headers },
    test: {
      name,
      include: ['packages/*/test/**/*.browser.ts'],
      globalSetup: [
        'packages/clustering/test/browser/digests.setup.ts',
        'packages/compute/test/browser/digests.setup.ts',
        'packages/recommenders/test/browser/saved.setup.ts',
      ],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath, args: chromiumFlags } }),
        instances: [{ browser: 'chromium' }],
      },
    },
  }
}

const seeded = path('./internal/testing/src/seeded-properties.ts')

/** Gives tests that import `fast-check` the seeded one, which imports the real one. */
const seededProperties: Plugin = {
  name: 'seeded-properties',
  enforce: 'pre',
  resolveId: (id, importer) => (id === 'fast-check' && importer !== seeded ? seeded : undefined),
}

freshKernels()

/** Tests run on the sources: package names lead to `src/index.ts`, so nothing but the kernels has to be built first. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@clientele\/testing$/, replacement: path('./internal/testing/src/index.ts') },
      { find: /^@clientele\/([a-z-]+)$/, replacement: path('./packages/$1/src/index.ts') },
    ],
  },
  test: {
    testTimeout: 60_000,
    // One a core; the process that transforms files has little to do meanwhile.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        plugins: [seededProperties],
        test: {
          name: 'node',
          include: ['{packages,examples,internal}/*/test/**/*.test.ts', 'benchmarks/test/**/*.test.ts'],
        },
      },
      ...(chromium === undefined
        ? []
        : [inChromium(chromium, 'isolated', isolation), inChromium(chromium, 'not isolated', {})]),
    ],
  },
})
