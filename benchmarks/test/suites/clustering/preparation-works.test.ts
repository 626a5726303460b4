import { fitYeoJohnson } from '@clientele/clustering'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolder } from '../../../src/data/data-set.js'
import { skewedColumns } from '../../../src/data/skewed-columns.js'
import { denseOf } from '../../../src/suites/clustering/kmeans-works.js'
import { powerTransform } from '../../../src/suites/clustering/preparation-works.js'

const cache = mkdtempSync(join(tmpdir(), 'preparation-works-'))
afterAll(() => rmSync(cache, { recursive: true }))

test('the powers are compared', async () => {
  const data = skewedColumns(300)
  const prepared = await powerTransform(data.name)({ [data.name]: dataFolder(cache, data) })
  const { numbers } = await prepared.answer(await prepared.run())
  const { columns } = fitYeoJohnson(denseOf(data.make()['points']!)).parameters
  expect(numbers).toEqual(columns.map(({ lambda }) => lambda))
  expect(numbers).toHaveLength(5)
})
