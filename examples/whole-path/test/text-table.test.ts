import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayWidth } from '../src/printable.js'
import { textTable, WIDTH } from '../src/text-table.js'

const columns = [
  { title: 'Product', align: 'left' },
  { title: 'Units', align: 'right' },
] as const

test('text stands left, numbers right, under their titles', () => {
  expect(
    textTable(columns, [
      ['Blue mug', '7'],
      ['Lamp', '1,200'],
    ]),
  ).toBe('  Product   Units\n  Blue mug      7\n  Lamp      1,200\n')
})

test('without rows the titles stay', () => {
  expect(textTable(columns, [])).toBe('  Product  Units\n')
})

test('a long text is cut so that the numbers beside it stay whole', () => {
  const [, line] = textTable(columns, [['x'.repeat(300), '1,067,371']]).split('\n')
  expect(line).toHaveLength(WIDTH)
  expect(line!.endsWith('x…  1,067,371')).toBe(true)
})

test('a hostile name neither breaks the line nor moves the columns', () => {
  expect(textTable(columns, [['\u001b[31mMug\u001b[0m\n\n', '7']])).toBe('  Product  Units\n  Mug          7\n')
})

test('columns stay aligned for any texts', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.integer()), { minLength: 1 }), (rows) => {
      const lines = textTable(
        columns,
        rows.map(([name, units]) => [name, String(units)]),
      )
        .split('\n')
        .slice(0, -1)
      expect(lines).toHaveLength(rows.length + 1)
      expect(new Set(lines.map(displayWidth)).size).toBe(1)
    }),
  )
})
