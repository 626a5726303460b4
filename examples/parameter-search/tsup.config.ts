import { defineConfig } from 'tsup'

/** The program, and beside it the module that its workers load. */
export default defineConfig({
  entry: ['src/main.ts', 'src/knn-fit.ts'],
  format: 'esm',
  splitting: false,
  target: 'es2022',
  platform: 'node',
  removeNodeProtocol: false,
  clean: true,
  silent: true,
})
