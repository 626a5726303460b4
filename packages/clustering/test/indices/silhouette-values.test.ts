import { Engine } from '@clientele/compute'
import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { groupedPoints } from '../../src/indices/grouped-points.js'
import { labelledRows } from '../../src/indices/labelled-rows.js'
import { silhouetteValues } from '../../src/indices/silhouette-values.js'
import { blobs } from './labelled.js'

const { points, labels } = blobs(4, 500, 3, 4)
const grouped = groupedPoints(labelledRows('f', points, labels, undefined))

test('some rows have the values that they have among all', () => {
  const engine = new Engine()
  const all = run(silhouetteValues('f', engine, grouped, grouped, 'euclidean'))
  const places = [0, 17, 499]
  const rows = Float64Array.from(places.flatMap((place) => [...grouped.rows.subarray(3 * place, 3 * place + 3)]))
  const owners = Int32Array.from(places, (place) => grouped.owners[place]!)
  const some = run(silhouetteValues('f', engine, grouped, { rows, owners }, 'euclidean'))
  expect([...some.values]).toEqual(places.map((place) => all.values[place]))
  expect([...some.nearest]).toEqual(places.map((place) => all.nearest[place]))
})

test('memory is asked for before and given back after', () => {
  const engine = new Engine()
  run(silhouetteValues('f', engine, grouped, grouped, 'manhattan'))
  expect(engine.arena.used).toBe(0)
  engine.arena.require = (fn, bytes) => {
    throw new RangeError(`${fn} needs ${bytes}`)
  }
  expect(() => run(silhouetteValues('f', engine, grouped, grouped, 'manhattan'))).toThrow(/^f needs \d+$/)
})
