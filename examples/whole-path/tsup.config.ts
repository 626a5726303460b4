import { defineConfig } from 'tsup'

/** One file; the packages stay imports, as in a program of anyone who installed them. */
export default defineConfig({
  entry: ['src/main.ts'],
  format: 'esm',
  target: 'es2022',
  platform: 'node',
  removeNodeProtocol: false,
  clean: true,
  silent: true,
})
