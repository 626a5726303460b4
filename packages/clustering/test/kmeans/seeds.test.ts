import { localEngine } from '@clientele/compute'
import { random, run } from '@clientele/core'
import { expect, test } from 'vitest'
import { seeds } from '../../src/kmeans/seeds.js'

const points = {
  rows: 4,
  columns: 2,
  values: Float64Array.of(0, 0, 0, 1, 50, 50, 50, 51),
  weights: Float64Array.of(1, 1, 1, 1),
}

test('picks different rows, far from one another, and others for another stream', () => {
  const picked = Array.from({ length: 20 }, (_, seed) =>
    run(seeds('test', localEngine(), points, 2, random(seed))).join(),
  )
  for (const each of picked) {
    const [x, , z] = each.split(',').map(Number)
    expect(Math.abs(x! - z!)).toBe(50)
  }
  expect(new Set(picked).size).toBeGreaterThan(2)
  expect(run(seeds('test', localEngine(), points, 2, random(3))).join()).toBe(picked[3])
})
