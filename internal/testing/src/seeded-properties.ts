import fc from 'fast-check'

/** The seed of every run that names no other: a failure seen once is seen by everyone. */
const SEED = 20_260_101

const { PROPERTY_SEED, PROPERTY_RUNS } = process.env

/**
 * Stands in for `fast-check` in tests: properties are tried on the same values on every machine.
 *
 * `PROPERTY_SEED` tries them on other values, `PROPERTY_RUNS` on more of them where a property does not say how many.
 */
fc.configureGlobal({
  seed: integerOf('PROPERTY_SEED', PROPERTY_SEED) ?? SEED,
  ...(PROPERTY_RUNS !== undefined && { numRuns: integerOf('PROPERTY_RUNS', PROPERTY_RUNS)! }),
})

function integerOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (!Number.isInteger(value)) throw new RangeError(`test: ${name} must be an integer, got ${text}`)
  return value
}

export * from 'fast-check'
export default fc
