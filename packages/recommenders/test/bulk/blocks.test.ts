import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { blocksOf, blocksOfAsync, listMaker } from '../../src/bulk/blocks.js'

test('lists become flat arrays that say where each begins', () => {
  const lists = [
    [
      { position: 2, score: 3, source: 'x', tier: 0 },
      { position: 0, score: 1, source: 'y', tier: 1 },
    ],
    [],
    [{ position: 1, score: 2, source: 'y', tier: 1 }],
  ]
  const blocks = [
    ...blocksOf(
      3,
      listMaker((number) => lists[number]!),
    ),
  ]
  expect(blocks).toEqual([
    {
      start: 0,
      offsets: Int32Array.of(0, 2, 2, 3),
      items: Int32Array.of(2, 0, 1),
      scores: Float64Array.of(3, 1, 2),
      sources: Uint8Array.of(0, 1, 1),
      sourceNames: ['x', 'y'],
    },
  ])
  expect(structuredClone(blocks)).toEqual(blocks)
})

/** Makes empty lists for 600 customers and notes who was asked for. */
function noting() {
  const asked: number[] = []
  const customers = Array.from({ length: 600 }, (_, c) => c)
  const maker = listMaker((number) => {
    asked.push(number)
    return []
  })
  return { asked, customers, maker }
}

test('blocks are made one at a time, when they are asked for', () => {
  const { asked, customers, maker } = noting()
  const blocks = blocksOf(600, maker)
  expect(asked).toHaveLength(0)
  blocks.next()
  const first = asked.length
  expect(first).toBeGreaterThan(0)
  expect(first).toBeLessThan(600)
  expect(blocks.next().value).toMatchObject({ start: first })
  Array.from(blocks)
  expect(asked).toEqual(customers)
})

test('with pauses they are the same, with reports in between', async () => {
  const { asked, customers, maker } = noting()
  const reports: number[] = []
  const blocks = []
  const options = { workers: 1, onProgress: ({ done }: { done: number }) => reports.push(done) }
  for await (const block of blocksOfAsync(600, maker, options)) blocks.push(block)
  expect(asked).toEqual(customers)
  expect(blocks).toEqual([...blocksOf(600, noting().maker)])
  expect(reports).toEqual([256, 512, 600])
})

test('an abort ends them between two pieces, and nobody is asked for any more', async () => {
  const { asked, maker } = noting()
  const stop = new AbortController()
  const read = async () => {
    for await (const { start } of blocksOfAsync(600, maker, { workers: 1, signal: stop.signal })) {
      if (start === 0) stop.abort(new Error('enough'))
    }
  }
  await expect(read()).rejects.toThrow('enough')
  expect(asked).toHaveLength(256)
})

test('a block of no customers has no lists', () => {
  const { maker } = noting()
  expect([...blocksOf(0, maker)]).toEqual([])
  expect(run(maker.make(undefined as never, 0, 0)).items).toHaveLength(0)
})
