import { expect, test } from 'vitest'
import { normals, sameInBothForms } from './forms.js'

test.each([1, 6, 7, 64])('%d numbers: a block with one that is not finite or too large says so', (length) => {
  const good = normals('check', 3 * length)
  for (const bad of [NaN, Infinity, -Infinity, 101, -101]) {
    for (const at of [0, length - 1]) {
      const values = good.slice()
      values[length + at] = bad
      const answers = sameInBothForms('withinLimit', 3 * length, length, (scope) => [
        scope.copy(values),
        100,
        scope.room('i32', 3),
        length,
      ])[2]
      expect(answers).toEqual(Int32Array.of(1, 0, 1))
    }
  }
})
