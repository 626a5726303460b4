import { Engine } from '@clientele/compute'
import { expect, test } from 'vitest'
import { compactLists, listsFrom, roomForLists } from '../../src/bulk/found-lists.js'

test('the room of later rows is part of the same room', () => {
  const scope = new Engine().arena.scope()
  const found = roomForLists(scope, 3, 2)
  const [counts, indices, values] = listsFrom(found, 1, 2)
  counts.view().set([5, 6])
  indices.view().set([7], 1)
  values.view().set([0.5], 3)
  expect([...found[0].view().subarray(1), found[1].view()[3], found[2].view()[5]]).toEqual([5, 6, 7, 0.5])
  scope.close()
})

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
