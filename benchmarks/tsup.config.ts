import { defineConfig } from 'tsup'

/** The command and the process in which our side works; the packages stay imports, so that what is timed is what is published. */
export default defineConfig({
  entry: ['src/main.ts', 'src/our-side.ts'],
  format: 'esm',
  target: 'es2022',
  platform: 'node',
  removeNodeProtocol: false,
  clean: true,
  silent: true,
})
