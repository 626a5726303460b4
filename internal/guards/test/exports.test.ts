import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packages, root } from '../src/repository.js'

const LISTS = {
  module: (name: string) => `import * as all from '${name}'; console.log(JSON.stringify(Object.keys(all).sort()))`,
  commonjs: (name: string) => `console.log(JSON.stringify(Object.keys(require('${name}')).sort()))`,
}

describe.each(packages)('$name, as built', ({ folder, manifest }) => {
  test('exports the same names as ESM and as CommonJS, imported alone by plain Node', () => {
    expect(existsSync(join(root, folder, 'dist/index.js')), 'built files; `npm run build` writes them').toBe(true)
    const names = exportedNames(folder, manifest.name, 'module')
    expect(names).not.toHaveLength(0)
    expect(exportedNames(folder, manifest.name, 'commonjs')).toEqual(names)
  })
})

/** A package finds itself by its own name, through its `exports`. Whatever it prints besides the list fails to parse. */
function exportedNames(folder: string, name: string, type: keyof typeof LISTS): string[] {
  const args = [`--input-type=${type}`, '--eval', LISTS[type](name)]
  return JSON.parse(execFileSync(process.execPath, args, { cwd: join(root, folder), encoding: 'utf8' })) as string[]
}
