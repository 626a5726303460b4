import { describe, expect, test } from 'vitest'
import { pathOptions } from '../src/path-options.js'
import { UsageError } from '../src/usage-error.js'

const options = (...args: string[]) => pathOptions(args, () => undefined)

test('nothing given means a generated shop, in UTC, from seed 1', () => {
  expect(options()).toEqual({ columns: {}, without: [], with: [], timeZone: 'UTC', seed: 1, timings: false })
})

test('every option arrives', () => {
  const given = options(
    ...['--orders', 'o.csv', '--customer', '7', '--columns', 'customer="A, b",time=c', '--columns', 'price=d'],
    ...['--date-format', 'DD.MM.YYYY', '--time-zone', 'Europe/London', '--seed', 'x', '--out', 'dir', '--timings'],
    ...['--without', 'cancelled', '--without', 'missing-customer', '--with', 'missing-product'],
  )
  expect(given).toEqual({
    orders: 'o.csv',
    customer: '7',
    columns: { customer: 'A, b', time: 'c', price: 'd' },
    dateFormat: 'DD.MM.YYYY',
    timeZone: 'Europe/London',
    seed: 'x',
    out: 'dir',
    timings: true,
    without: ['cancelled', 'missing-customer'],
    with: ['missing-product'],
  })
})

describe('a seed', () => {
  test.each<[string, string | number]>([
    ['7', 7],
    ['-1.5', -1.5],
    ['07', '07'],
    ['1e3', '1e3'],
    ['Infinity', 'Infinity'],
    ['summer', 'summer'],
  ])('%s is read as %j', (text, seed) => {
    expect(options('--seed', text)!.seed).toBe(seed)
  })
})

test('two calls do not share lists', () => {
  expect(options('--orders', 'a', '--without', 'cancelled')!.without).toEqual(['cancelled'])
  expect(options('--orders', 'a', '--columns', 'time=b')!.columns).toEqual({ time: 'b' })
  expect(options('--orders', 'a')).toMatchObject({ without: [], columns: {} })
})

test('help is written and nothing else happens', () => {
  let help = ''
  expect(pathOptions(['--help'], (text) => (help += text))).toBeUndefined()
  expect(help).toContain('Exit codes: 0 done')
})

test('a role twice over two lists is refused', () => {
  expect(() => options('--orders', 'a', '--columns', 'time=b', '--columns', 'time=c')).toThrow(UsageError)
})
