import { defineConfig } from 'tsup'

/** The declarations of a package: one file for ESM, one for CommonJS. */
export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  // tsup itself sets an option that TypeScript 6 deprecates.
  dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
  silent: true,
})
