import { expect, test } from 'vitest'
import { rankingDefinitions } from '../../src/ranking/ranking-definitions.js'
import { FLAVORS } from '../../src/ranking/ranking-metric.js'

test('every flavour has default metrics', () => {
  for (const flavor of FLAVORS) expect(rankingDefinitions('f', flavor).length, flavor).toBeGreaterThan(2)
})
