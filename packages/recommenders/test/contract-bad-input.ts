import { attributeOf, csrFromTriplets, factOf, idIndex, writeModelFile, type Interactions } from '@clientele/core'
import { expect, test } from 'vitest'
import { inStock, type Recommender } from '../src/index.js'
import type { Fit, Promises } from './contract.js'
import { checkerboard, interactionsFrom } from './fixtures.js'

/** What every model that can be fitted and loaded answers to data, questions and files that are not as they should be. */
export function answersBadInput(fit: Fit, promises: Promises): void {
  refusesBadQuestions(fit)
  if (promises.load === undefined) return
  refusesBadData(fit)
  answersOnLittle(fit, promises)
  refusesForeignFiles(fit, promises.load)
}

function refusesBadQuestions(fit: Fit): void {
  const model = fit(checkerboard(4))
  /** Everything that takes options, asked with the same ones. */
  const asked = (options: any): (() => unknown)[] => [
    () => model.recommend('c0', options),
    () => model.recommend('nobody', options),
    () => model.recommendFor([{ item: 'p1' }], options),
    () => model.recommendAll(options),
    () => model.recommendAllAsync(options),
  ]

  test.each([0, -1, -Infinity, Infinity, NaN, 1.5, '5', null])('n = %s is refused wherever lists are made', (n) => {
    for (const ask of asked({ n })) expect(ask).toThrow(/^recommend\w*: n must be (at least 1|an integer), got /)
  })

  test('rules about nothing that is known, and quotas of more than all places, are refused wherever lists are made', () => {
    for (const ask of asked({ among: new Set([0, 'p99']) })) {
      expect(ask).toThrow(/^recommend\w*: among must name at least one item that the model knows, got 0$/)
    }
    const half = { among: ['p1'], share: 0.6 }
    for (const ask of asked({
      quotas: [
        { ...half, tag: 'a' },
        { ...half, tag: 'b' },
      ],
    })) {
      expect(ask).toThrow(/^recommend\w*: quotas\[0\.\.1\]\.share must add up to at most 1, got 1\.2$/)
    }
    for (const ask of asked({ quotas: [{ among: ['p1'], tag: 'a', share: -0.1 }] })) {
      expect(ask).toThrow(/^recommend\w*: quotas\[0\]\.share must be between 0 and 1, got -0\.1$/)
    }
  })

  test('a catalogue without what a rule asks for is refused before the model is asked', () => {
    const catalog = { products: idIndex<string>(['p0', 'p1']), attributes: [attributeOf('name', ['a', 'b'])] }
    expect(() => model.recommend('c0', { where: inStock(catalog) })).toThrow(
      new RangeError('inStock: attribute must be an attribute of the catalogue ("name"), got "stock"'),
    )
    const perCategory = () => ({ maxPerGroup: { max: 2, group: factOf(catalog, 'category') } })
    expect(() => model.recommend('c0', perCategory())).toThrow(
      'factOf: name must be an attribute of the catalogue ("name"), got "category"',
    )
  })
}

function refusesBadData(fit: Fit): void {
  test('no interactions are an error, whether there are ids or not', () => {
    for (const size of [0, 3]) {
      const { ids } = idIndex(Array.from({ length: size }, (_, i) => `x${i}`))
      const nothing = { customers: { ids }, products: { ids }, matrix: csrFromTriplets([], [], [], size, size) }
      expect(() => fit(nothing)).toThrow(/^fit\w+: interactions\.matrix\.indices\.length must be at least 1, got 0$/)
    }
  })

  test.each([NaN, Infinity, -Infinity, 1e80])('a value of %s is an error that names its cell', (value) => {
    const board = checkerboard(6)
    const values = board.matrix.values.map((one, cell) => (cell === 2 ? value : one))
    expect(() => fit({ ...board, matrix: { ...board.matrix, values } })).toThrow(
      /^fit\w+: interactions\.matrix\.values\[2\] must be 0 or between \S+ and 1e\+70 in size, got /,
    )
  })
}

function answersOnLittle(fit: Fit, { fillsUp, knowsCustomers }: Promises): void {
  const allFinite = (model: Recommender<string, string>) => {
    for (const customer of model.customers.ids) {
      expect(Array.from(model.scoreAll(customer)!).filter((score) => !Number.isFinite(score))).toEqual([])
    }
    expect(Array.from(model.scoreAllFor([])).filter((score) => !Number.isFinite(score))).toEqual([])
  }

  test('of a single product nothing new can be recommended', () => {
    const model = fit(
      interactionsFrom<string, string>([
        ['a', 'x', 2],
        ['b', 'x'],
      ]),
    )
    expect(model.recommend('a')).toEqual([])
    const items = model.recommend('a', { includeSeen: true }).map(({ item }) => item)
    expect(items).toEqual(fillsUp || items.length > 0 ? ['x'] : [])
    allFinite(model)
  })

  test('of a single customer, who has one product, the same', () => {
    const model = fit(interactionsFrom<string, string>([['a', 'x']]))
    expect(model.recommend('a')).toEqual([])
    allFinite(model)
  })

  test('a customer without products is answered as a history without any, a product without customers has a score', () => {
    const board = checkerboard(8)
    const { offsets, indices, values } = board.matrix
    const more: Interactions<string, string> = {
      customers: idIndex([...board.customers.ids, 'empty']),
      products: idIndex([...board.products.ids, 'unsold']),
      matrix: { rows: 9, columns: 9, offsets: Int32Array.of(...offsets, indices.length), indices, values },
    }
    const model = fit(more)
    expect(model.history('empty')).toEqual([])
    const list = model.recommend('empty', { n: 20 })
    if (fillsUp) expect(list).toHaveLength(9)
    if (knowsCustomers !== true) expect(list).toEqual(model.recommendFor([], { n: 20 }))
    expect(model.score('c0', 'unsold')).toBeTypeOf('number')
    expect(model.explain('empty', 'unsold')?.score).toBe(model.score('empty', 'unsold'))
    allFinite(model)
  })
}

function refusesForeignFiles(fit: Fit, load: NonNullable<Promises['load']>): void {
  test('a file of another kind or version, and what is no file, is refused with the reason', () => {
    const other = writeModelFile({ kind: 'other', options: {}, ids: {}, arrays: {} })
    expect(() => load(other)).toThrow(/^load\w+: bytes must be a model of kind "[a-z-]+", got "other"$/)
    const newer = fit(checkerboard(4)).save()
    new DataView(newer.buffer).setUint32(8, 2, true)
    expect(() => load(newer)).toThrow(/^load\w+: bytes must be of format version 1, got 2$/)
    expect(() => load(new TextEncoder().encode('customer,product\nann,mug\nbob,tea and more\n'))).toThrow(
      /^load\w+: bytes must be a model file, got /,
    )
    expect(() => load('model' as never)).toThrow(/^load\w+: bytes must be a Uint8Array, got "model"$/)
  })
}
