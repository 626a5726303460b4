import { expect, test } from 'vitest'
import { optionsOf, usage } from '../src/command-line.js'

test('without arguments everything that is installed runs as often as its lines say', () => {
  expect(optionsOf([])).toEqual({
    peers: false,
    quality: false,
    suite: undefined,
    only: undefined,
    repetitions: undefined,
    help: false,
  })
})

test('all arguments are understood and explained', () => {
  expect(
    optionsOf(['--peers', '--quality', '--suite', 'compute', '--only', 'inverse', '--repetitions', '3', '--help']),
  ).toEqual({
    peers: true,
    quality: true,
    suite: 'compute',
    only: 'inverse',
    repetitions: 3,
    help: true,
  })
  for (const option of ['--peers', '--quality', '--suite', '--only', '--repetitions', '--help'])
    expect(usage).toContain(option)
})

test('repetitions must be a whole number of at least 1', () => {
  for (const text of ['0', '2.5', 'many']) {
    expect(() => optionsOf(['--repetitions', text])).toThrow(
      `--repetitions must be an integer of at least 1, got "${text}"`,
    )
  }
})

test('an unknown argument is refused', () => {
  expect(() => optionsOf(['--peer'])).toThrow('--peer')
})
