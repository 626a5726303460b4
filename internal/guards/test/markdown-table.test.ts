import { expect, test } from 'vitest'
import { markdownTable, quoted } from '../src/markdown-table.js'

test('the rows below a heading come as cells', () => {
  const page =
    '# T\n\n| a | b |\n|---|---|\n| 0 | 0 |\n\n## Words\n\ntext\n\n| a | b |\n|---|---|\n| `x` | why |\n| y | |\n'
  expect(markdownTable(page, 'Words')).toEqual([
    ['`x`', 'why'],
    ['y', ''],
  ])
})

test('a page without that table is an error, not an empty list', () => {
  expect(() => markdownTable('## Words\n\ntext\n', 'Words')).toThrow('heading must be above a table, got "Words"')
})

test('words in backquotes are taken out of a cell', () => {
  expect(quoted('`core` and `io`')).toEqual(['core', 'io'])
})
