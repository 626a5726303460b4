import { existsSync, readdirSync, rmSync } from 'node:fs'
import { defineConfig, type Options } from 'tsup'

const shared: Options = {
  target: 'es2022',
  platform: 'neutral',
  tsconfig: 'tsconfig.json',
  removeNodeProtocol: false,
  // What only Node has stays an import, where a package has it.
  external: [/^node:/],
  silent: true,
}

/** The code of a package: one ESM file per source file, so that a bundler drops what is not imported; one CommonJS file. */
export default defineConfig(() => {
  removeCode()
  return [
    {
      ...shared,
      entry: ['src/**/*.ts', '!src/**/*.d.ts', '!src/pool/worker-program.ts'],
      format: 'esm',
      bundle: false,
    },
    { ...shared, entry: ['src/index.ts'], format: 'cjs' },
  ]
})

/** Files of deleted sources must not stay; declarations are left to the build that writes them (tsup.types.ts). */
function removeCode(): void {
  for (const name of existsSync('dist') ? readdirSync('dist') : []) {
    if (!/\.d\.c?ts$/.test(name)) rmSync(`dist/${name}`, { recursive: true })
  }
}
