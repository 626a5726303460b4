import { expect, test } from 'vitest'
import { selected } from '../src/selection.js'
import type { Suite } from '../src/suite.js'
import { exampleQuality, line } from './example-suite.js'

const suites: readonly Suite[] = [
  { name: 'compute', works: {}, lines: [line, { ...line, work: 'inverse', peer: 'itself' }] },
  { name: 'rfm', works: {}, lines: [{ ...line, work: 'scores', peer: 'polars' }], qualities: [exampleQuality] },
]
const all = { suite: undefined, only: undefined, quality: false }
const names = (chosen: readonly Suite[]) =>
  chosen.flatMap(({ name, lines, qualities = [] }) => [...lines, ...qualities].map(({ work }) => `${name}: ${work}`))

test('everything, when nothing is asked for', () => {
  expect(names(selected(suites, all))).toEqual(names(suites))
})

test('one suite, by its name', () => {
  expect(names(selected(suites, { ...all, suite: 'rfm' }))).toEqual(['rfm: scores', 'rfm: lists'])
})

test('the lines of all suites whose work or peer contains a text', () => {
  expect(names(selected(suites, { ...all, only: 'inver' }))).toEqual(['compute: inverse'])
  expect(names(selected(suites, { ...all, only: 'polars' }))).toEqual(['rfm: scores'])
})

test('figures of quality alone, by work or by any peer', () => {
  expect(names(selected(suites, { ...all, quality: true }))).toEqual(['rfm: lists'])
  expect(names(selected(suites, { ...all, quality: true, only: 'implicit' }))).toEqual(['rfm: lists'])
  expect(() => selected(suites, { ...all, quality: true, suite: 'compute' })).toThrow('--quality needs a suite')
})

test('a suite or a text that is not there is an error', () => {
  expect(() => selected(suites, { ...all, suite: 'rmf' })).toThrow('must be one of compute, rfm, got "rmf"')
  expect(() => selected(suites, { ...all, suite: 'rfm', only: 'inverse' })).toThrow(
    '--only must be part of a work or a peer',
  )
})
