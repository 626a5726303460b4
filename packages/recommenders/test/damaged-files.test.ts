import { crc32 } from 'node:zlib'
import { random } from '@clientele/core'
import { describe, expect, test } from 'vitest'
import { fitItemKnn, fitPopularity, loadItemKnn, loadPopularity, loadWithFallback } from '../src/index.js'
import { savePair } from '../src/files/pair-file.js'
import { allocatedBy } from './allocations.js'
import { everyModel, type ModelMaker } from './every-model.js'
import { interactionsFrom } from './fixtures.js'

/** Many ids with little to say of each: what loading takes beside the arrays weighs most here. */
const shop = interactionsFrom<string | number, string>(
  Array.from({ length: 180 }, (_, i) => [i % 3 === 0 ? i >> 1 : `c${i >> 1}`, `p${(i * 7) % 60}`, 1 + (i % 5)]),
)

/** Makes the checksum and the size agree with the contents, as an attacker would. */
function sealed(bytes: Uint8Array<ArrayBuffer>, size = bytes.length): Uint8Array {
  if (bytes.length < 32) return bytes
  const header = new DataView(bytes.buffer)
  header.setFloat64(24, size, true)
  header.setUint32(12, crc32(bytes.subarray(16)), true)
  return bytes
}

const HUGE = [2 ** 31 - 1, -(2 ** 31), 1e9, -1]
const ODD = [NaN, Infinity, 1e300, -1e300]

/** Damage of every class; whatever is sealed has a right checksum. */
function* damagedFiles(whole: Uint8Array, seed: string): Generator<Uint8Array> {
  const stream = random('damage').fork(seed)
  const own = () => Uint8Array.from(whole)
  const view = new DataView(whole.buffer, whole.byteOffset)
  const start = 32 + view.getUint32(16, true)
  const changed = (change: (header: DataView, bytes: Uint8Array) => void) => {
    const bytes = own()
    change(new DataView(bytes.buffer), bytes)
    return bytes
  }
  const flipped = () => changed((_, bytes) => (bytes[stream.integer(whole.length)]! ^= 1 + stream.integer(255)))
  const cutAt = [0, 7, 12, 20, 31, 32, 33, start, start + 1, whole.length - 8, whole.length - 1]
  const cuts = [...cutAt, ...Array.from({ length: 5 }, () => stream.integer(whole.length))]
  for (const end of cuts) yield whole.slice(0, end)
  for (const end of cuts) yield sealed(own().slice(0, end))
  for (let i = 0; i < 8; i++) {
    yield flipped()
    yield sealed(flipped())
    const at = start + 4 * stream.integer((whole.length - start - 8) >> 2)
    yield sealed(changed((header) => header.setInt32(at, HUGE[i % 4]!, true)))
    yield sealed(changed((header) => header.setFloat64(at, ODD[i % 4]!, true)))
  }
  for (const length of [33, 2 ** 31, 2 ** 32 - 1]) yield sealed(changed((header) => header.setUint32(16, length, true)))
  for (const size of [2 ** 53, -1, NaN, Infinity]) yield sealed(own(), size)
  const description = new TextDecoder('latin1').decode(whole.subarray(32, start))
  for (const { index, 0: field } of description.matchAll(/"length":\d+/g)) {
    yield sealed(changed((_, bytes) => bytes.fill(57, 32 + index + '"length":'.length, 32 + index + field.length)))
  }
}

/** What loading must keep to, whatever the bytes; tells whether they were refused. */
function refuses(load: ModelMaker['load'], bytes: Uint8Array): boolean {
  const { value: model, error, bytes: allocated } = allocatedBy(() => load(bytes))
  expect(allocated).toBeLessThanOrEqual(2 * bytes.length)
  if (model === undefined) {
    expect(error).toSatisfy((thrown) => thrown instanceof RangeError || thrown instanceof TypeError)
    expect((error as Error).message).toMatch(/^load\w+: \S+ must [^]+, got [^]+$/)
    return true
  }
  // What was damaged may be a score and nothing to be seen in the file; the model must answer all the same.
  model.recommend(model.customers.ids[0]!)
  return false
}

describe('damaged files are loaded or refused with the reason, within twice their size', () => {
  test.each(Object.entries(everyModel))('%s', (name, { fit, load }) => {
    const files = [...damagedFiles(fit(shop).save(), name)]
    expect(files.length).toBeGreaterThan(70)
    const refused = files.filter((bytes) => refuses(load, bytes))
    expect(refused.length).toBeGreaterThan(0.6 * files.length)
  })

  test('a damaged file within a whole one', () => {
    const [first, second] = [fitItemKnn(shop), fitPopularity(shop)]
    const load = (bytes: Uint8Array) =>
      loadWithFallback(bytes, loadItemKnn<string | number, string>, loadPopularity<string | number, string>)
    for (const bytes of damagedFiles(first.save(), 'first')) {
      refuses(load, savePair('with-fallback', { save: () => Uint8Array.from(bytes) }, second))
    }
    for (const bytes of damagedFiles(second.save(), 'second')) {
      refuses(load, savePair('with-fallback', first, { save: () => Uint8Array.from(bytes) }))
    }
  })
})
