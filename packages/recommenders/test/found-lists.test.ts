import { Engine } from '@clientele/compute'
import { expect, test } from 'vitest'
import { compactLists, roomForLists } from '../src/found-lists.js'

test('places that stayed empty are left out, rows without any too', () => {
  const scope = new Engine().arena.scope()
  const found = roomForLists(scope, 3, 2)
  found[0].view().set([2, 0, 1])
  found[1].view().set([7, 9, -1, -1, 4, -1])
  found[2].view().set([0.5, 0.25, NaN, NaN, 1, NaN])
  const lists = compactLists(found, 3, 2)
  scope.close()
  expect(lists).toEqual({
    offsets: Int32Array.of(0, 2, 2, 3),
    indices: Int32Array.of(7, 9, 4),
    values: Float64Array.of(0.5, 0.25, 1),
  })
})
