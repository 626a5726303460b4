import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { suites } from '../../src/suites/all.js'

test('every suite is named after a package, or a folder of one', () => {
  const packages = readdirSync(new URL('../../../packages', import.meta.url))
  for (const { name } of suites) {
    const places = [name, ...packages.map((each) => `${each}/src/${name}`)]
    const isThere = (place: string) => existsSync(new URL(`../../../packages/${place}`, import.meta.url))
    expect(places.some(isThere), name).toBe(true)
  }
})

describe.each(suites)('$name', ({ name, works, lines, qualities = [], requirements = 'requirements.txt' }) => {
  test('the versions of its peers are pinned in a file', () => {
    expect(existsSync(new URL(`../../peers/${requirements}`, import.meta.url))).toBe(true)
  })

  test('no two lines are of one work and one peer: that names the row', () => {
    const names = lines.map(({ work, peer }) => `${work} | ${peer}`)
    expect(new Set(names).size).toBe(names.length)
  })

  test('no two qualities have a work, a peer and a metric in common', () => {
    const names = qualities.flatMap(({ work, references }) =>
      references.flatMap(({ peer, expected }) =>
        Object.keys(expected).map((metric) => `${work} | ${peer} | ${metric}`),
      ),
    )
    expect(new Set(names).size).toBe(names.length)
  })

  test('every line names works that are there, and every work has a line', () => {
    const ours = lines.flatMap(({ ours, theirs }) => (theirs?.side === 'node' ? [ours, theirs.work] : [ours]))
    expect([...new Set(ours)].sort()).toEqual(Object.keys(works).sort())
  })

  test('the program of its peers has the works that lines name', () => {
    const theirs = lines.flatMap((line) => (line.theirs?.side === 'python' ? [line.theirs.work] : []))
    const program = theirs.length > 0 ? readFileSync(new URL(`../../peers/${name}.py`, import.meta.url), 'utf8') : ''
    expect(theirs.filter((work) => !program.includes(`"${work}":`))).toEqual([])
  })
})
