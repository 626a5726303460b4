import { expect, test } from 'vitest'
import { readChain, readParameters } from '../../src/preparation/any-kind.js'

const minMax = (name?: string) => ({
  kind: 'minMax',
  columns: [{ ...(name === undefined ? {} : { name }), min: 0, max: 2, constant: false }],
})

test('reads what it knows and nothing else', () => {
  const { parameters, maps } = readParameters('f', 'p', { ...minMax('x'), note: 'mine' })
  expect(parameters).toEqual(minMax('x'))
  expect(maps[0]!.transform.map(1)).toBe(0.5)
})

test('a chain goes through its steps, and back', () => {
  const { maps } = readChain('f', 'p', {
    kind: 'chain',
    columns: [{}],
    steps: [minMax(), { kind: 'log1p', columns: [{}] }],
  })
  expect(maps[0]!.transform.map(2)).toBe(Math.LN2)
  expect(maps[0]!.invert.map(Math.LN2)).toBeCloseTo(2, 12)
})

test('a column that no step is about stays as it is', () => {
  const { maps } = readChain('f', 'p', { kind: 'chain', columns: [{ name: 'x' }, { name: 'y' }], steps: [minMax('x')] })
  expect(maps[1]!.transform.map(7)).toBe(7)
})

test.each([
  [
    undefined,
    'f: p.kind must be one of "boxCox", "log1p", "minMax", "robust", "standard", "winsorize", "yeoJohnson", "chain", got undefined',
  ],
  [
    { kind: 'chain', columns: [{}], steps: [minMax(), minMax('x')] },
    'f: p.steps[1].columns must be 1 columns without names, as the chain has, got 1',
  ],
  [
    { kind: 'chain', columns: [{}, {}], steps: [minMax()] },
    'f: p.steps[0].columns must be 2 columns without names, as the chain has, got 1',
  ],
  [
    { kind: 'chain', columns: [{ name: 'y' }], steps: [minMax('x')] },
    'f: p.steps[0].columns[0].name must be a column of the chain, got "x"',
  ],
  [
    { kind: 'chain', columns: [{}], steps: [{ ...minMax(), columns: [{ min: 3, max: 2, constant: false }] }] },
    'f: p.steps[0].columns[0].max must be at least 3, got 2',
  ],
])('damaged parameters %j are refused', (parameters, message) => {
  expect(() => readParameters('f', 'p', parameters)).toThrow(new RangeError(message))
})

test('a chain without a list of steps is refused', () => {
  expect(() => readChain('f', 'p', { kind: 'chain', columns: [{}] })).toThrow(
    new TypeError('f: p.steps must be a list of parameters, got undefined'),
  )
  expect(() => readChain('f', 'p', minMax())).toThrow(new RangeError('f: p.kind must be "chain", got "minMax"'))
})
