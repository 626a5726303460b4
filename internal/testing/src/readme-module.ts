const BLOCK = /^```ts( ignore)?\n(.*?)^```$/gms
const IMPORT = /^import (type )?\{([^}]*)\} from '([^']+)'\n/gm

/**
 * The examples of a README as one module: its `ts` blocks in order, so that a later block continues an earlier one.
 *
 * Each block shows the imports it needs; named imports that blocks repeat are merged. A block marked `ts ignore` is left
 * out.
 * @returns the module's text, or `undefined` when the page has no example
 * @example readmeModule('```ts\nconsole.log(1)\n```\n') // 'console.log(1)\n'
 */
export function readmeModule(markdown: string): string | undefined {
  const blocks = [...markdown.matchAll(BLOCK)].filter(([, ignored]) => ignored === undefined).map(([, , code]) => code!)
  if (blocks.length === 0) return undefined
  const code = blocks.join('\n')
  return mergedImports(code) + code.replace(IMPORT, '')
}

function mergedImports(code: string): string {
  const names = new Map<string, Set<string>>()
  for (const [, type = '', list, source] of code.matchAll(IMPORT)) {
    const known = names.get(source!) ?? new Set()
    for (const name of list!.split(',').map((each) => each.trim())) if (name !== '') known.add(type + name)
    names.set(source!, known)
  }
  return [...names].map(([source, known]) => `import { ${[...known].join(', ')} } from '${source}'\n`).join('')
}
