import { expect, test } from 'vitest'
import { fitItemKnn, withFallback, type Recommender } from '../../src/index.js'
import { standingsOf, STANDINGS, type WithStandings } from '../../src/tiers/standings-of.js'
import { checkerboard } from '../fixtures.js'

const model = fitItemKnn(checkerboard(6))
const foreign = Object.fromEntries(Object.entries(model)) as unknown as Recommender<string, string>

test('a recommender of this package gives its own, and so does a copy of it', () => {
  const own = (model as unknown as WithStandings<string, string>)[STANDINGS]
  expect(standingsOf(model)).toBe(own)
  expect(standingsOf({ ...model, name: 'copy' })).toBe(own)
})

test('a copy that answers in another way is heard by its answers', () => {
  const only = [{ item: 'p2', score: 7, source: 'mine' }]
  const reranked = withFallback({ ...model, recommend: () => only }, model)
  expect(reranked.recommend('c1', { n: 1 })).toEqual([{ item: 'p2', score: model.score('c1', 'p2'), source: 'mine' }])
})

test('of any other recommender they are made of its answers', () => {
  const standings = standingsOf(foreign)
  expect(standings.ofCustomer('nobody')).toBeUndefined()
  for (const { seen, tiers } of [standings.ofCustomer('c1')!, standings.ofHistory('f', model.history('c1')!)]) {
    expect(Array.from(seen, (position) => model.products.ids[position])).toEqual(
      model.history('c1')!.map(({ item }) => item),
    )
    const [recommending, silent] = tiers
    const scores = model.scoreAll('c1')!
    const [own, all] = [new Float64Array(6), new Float64Array(6)]
    recommending!.scoreAll(own)
    silent!.scoreAll(all)
    expect(own).toEqual(scores.map((score) => (score > 0 ? score : -Infinity)))
    expect(all).toEqual(scores)
    expect(scores).toEqual(Float64Array.from(own, (_, position) => silent!.scoreOne(position)))
    expect(own).toEqual(Float64Array.from(own, (_, position) => recommending!.scoreOne(position)))
    expect([recommending!.above, silent!.above]).toEqual([-Infinity, Infinity])
    expect(recommending!.explain(1).parts).toEqual(model.explain('c1', model.products.ids[1]!)!.parts)
  }
})
