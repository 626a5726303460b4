import { defineConfig } from 'tsup'

/** The command, the process of our side and programs and modules of suites; the packages stay imports, so that what is timed is what is published. */
export default defineConfig({
  entry: {
    main: 'src/main.ts',
    'our-side': 'src/our-side.ts',
    'knn-fit': 'src/suites/metrics/knn-fit.ts',
    'peak-memory-program': 'src/suites/rfm/peak-memory-program.ts',
    'published-tables': 'src/published-tables.ts',
  },
  format: 'esm',
  target: 'es2022',
  platform: 'node',
  removeNodeProtocol: false,
  clean: true,
  silent: true,
})
