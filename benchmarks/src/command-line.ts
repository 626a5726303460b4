import { parseArgs } from 'node:util'

/** What `npm run bench -- …` was asked for. */
export interface Options {
  readonly peers: boolean
  /** Only how good answers are, no times. */
  readonly quality: boolean
  /** Name of the one suite to run. */
  readonly suite: string | undefined
  /** Text that the work or the peer of a row must contain. */
  readonly only: string | undefined
  /** Instead of each line's own. */
  readonly repetitions: number | undefined
  readonly help: boolean
}

export const usage = `npm run bench -- [options]

  --peers            measure beside the peers in Python as well, and write the results
  --quality          only how good answers are, no times, and write the results
  --suite NAME       the suite of one package
  --only TEXT        rows whose work or peer contains this text
  --repetitions N    instead of the number that each line states
  --help             this text

Data and the peers' Python are kept in the folder CLIENTELE_BENCHMARKS_CACHE,
by default clientele-benchmarks in the user's cache folder.
`

/** @throws Error that says what is wrong with the arguments */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      peers: { type: 'boolean', default: false },
      quality: { type: 'boolean', default: false },
      suite: { type: 'string' },
      only: { type: 'string' },
      repetitions: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const repetitions = values.repetitions === undefined ? undefined : Number(values.repetitions)
  if (repetitions !== undefined && !(Number.isInteger(repetitions) && repetitions >= 1)) {
    throw new Error(`--repetitions must be an integer of at least 1, got "${values.repetitions}"`)
  }
  const { peers, quality, suite, only, help } = values
  return { peers, quality, suite, only, repetitions, help }
}
