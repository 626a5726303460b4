import { defineConfig } from 'tsup'

/**
 * How every package is built: one ESM file per source file, so that a bundler drops what is not imported; one CommonJS
 * file; one declaration file for each of the two.
 */
const shared = {
  target: 'es2022',
  platform: 'neutral',
  tsconfig: 'tsconfig.json',
  sourcemap: false,
  clean: false,
  silent: true,
} as const

export default defineConfig([
  { ...shared, entry: ['src/**/*.ts', '!src/**/*.d.ts'], format: 'esm', splitting: true, dts: false },
  {
    ...shared,
    entry: ['src/index.ts'],
    format: ['cjs', 'esm'],
    splitting: false,
    dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
  },
  { ...shared, entry: ['src/index.ts'], format: 'cjs', splitting: false, dts: false },
])
