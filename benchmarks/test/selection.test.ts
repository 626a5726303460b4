import { expect, test } from 'vitest'
import { selected } from '../src/selection.js'
import type { Suite } from '../src/suite.js'
import { line } from './example-suite.js'

const suites: readonly Suite[] = [
  { name: 'compute', works: {}, lines: [line, { ...line, work: 'inverse', peer: 'itself' }] },
  { name: 'rfm', works: {}, lines: [{ ...line, work: 'scores', peer: 'polars' }] },
]
const names = (chosen: readonly Suite[]) =>
  chosen.flatMap(({ name, lines }) => lines.map(({ work }) => `${name}: ${work}`))

test('everything, when nothing is asked for', () => {
  expect(selected(suites, { suite: undefined, only: undefined })).toEqual(suites)
})

test('one suite, by its name', () => {
  expect(names(selected(suites, { suite: 'rfm', only: undefined }))).toEqual(['rfm: scores'])
})

test('the lines of all suites whose work or peer contains a text', () => {
  expect(names(selected(suites, { suite: undefined, only: 'inver' }))).toEqual(['compute: inverse'])
  expect(names(selected(suites, { suite: undefined, only: 'polars' }))).toEqual(['rfm: scores'])
})

test('a suite or a text that is not there is an error', () => {
  expect(() => selected(suites, { suite: 'rmf', only: undefined })).toThrow('must be one of compute, rfm, got "rmf"')
  expect(() => selected(suites, { suite: 'rfm', only: 'inverse' })).toThrow('--only must be part of a work or a peer')
})
