import { expect, test } from 'vitest'
import { gridSearchAsync, kFold, serveSearch } from '../../src/index.js'
import type { FromWorker } from '../../src/search/messages.js'
import { searchProtocol, type Fit } from '../../src/search/search-options.js'
import { server } from '../../src/search/serve-search.js'
import type { Settings } from '../../src/search/settings.js'
import { TOPIC } from '../../src/search/worker-thread.js'
import { randomShop } from '../random-shop.js'
import { fitBestSellers } from './models.js'

const [split] = kFold(randomShop(1), { folds: 2 })

test('in a main thread the function is handed out and nothing else happens', async () => {
  const fit = serveSearch(fitBestSellers)
  expect(fit).toBe(fitBestSellers)
  expect((await gridSearchAsync(fit, { skip: [0] }, [split!])).trials).toHaveLength(1)
})

test('a run is answered with its outcome or the reason why there is none, and messages of others are left alone', async () => {
  const answers: FromWorker[] = []
  const answer = server({ fit: fitBestSellers as unknown as Fit<Settings>, judge: undefined }, (each) =>
    answers.push(each),
  )
  await answer({ hello: 'you' } as never)
  await answer(null as never)
  await answer({ topic: TOPIC, type: 'setup', fn: 'f', protocol: searchProtocol('f', {}, false) })
  await answer({ topic: TOPIC, type: 'run', run: { settings: { skip: 0 }, split: 0, share: 1 }, split: split! })
  await answer({ topic: TOPIC, type: 'run', run: { settings: { skip: -1 }, split: 0, share: 1 } })
  expect(answers.map(({ type }) => type)).toEqual(['done', 'failed'])
  expect(answers[1]).toMatchObject({ reason: 'fitBestSellers: skip must be at least 0, got -1' })
})

test('what is no function is refused', () => {
  expect(() => serveSearch('fit' as never)).toThrow(new TypeError('serveSearch: fit must be a function, got "fit"'))
})
