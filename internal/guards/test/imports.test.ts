import { expect, test } from 'vitest'
import { importedSources } from '../src/imports.js'

test('imports are found in every form', () => {
  const code = `
    import { a } from 'values'
    import type { B } from 'types'
    import 'effects'
    export * from 'exports'
    export type { C } from 'exported-types'
    export const later = () => import('dynamic')
    export function f(d: import('inline-types').D): void {}
  `
  expect(importedSources(code)).toEqual([
    'values',
    'types',
    'effects',
    'exports',
    'exported-types',
    'dynamic',
    'inline-types',
  ])
})

test('what stands in a comment or a string is no import', () => {
  expect(importedSources(`// import 'a'\n/** import { b } from 'b' */\nconst c = "import 'c'"`)).toEqual([])
})
