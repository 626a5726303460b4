import { checkInteger, checkNumber, checkOneOf, random, rangeError, type Random } from '@clientele/core'
import { withSetting } from './settings-grid.js'
import {
  checkObject,
  checkValues,
  settingsKey,
  type SettingRange,
  type Settings,
  type SettingsOf,
  type SettingValue,
  type Space,
} from './settings.js'

/** How many settings are drawn. */
export interface DrawSettingsOptions {
  /** How many, at least 1; default 20. */
  readonly trials?: number
  /** Any string or finite number: the same seed draws the same settings. Default 0. */
  readonly seed?: string | number
}

/** Draws that find nothing new, for each setting wanted, before the space counts as exhausted. */
const PATIENCE = 100

/**
 * Distinct settings drawn from a space at random: at equal cost they find better ones than a grid where only some parameters
 * matter, because each draw tries another value of every parameter.
 *
 * More trials begin with the same settings as fewer. O(trials × parameters).
 * @returns as many settings as `trials`; fewer where the space hardly holds more
 * @throws RangeError when a range is empty, a parameter has no values or one twice, or an option is out of range; TypeError
 *   when a value is not a string, number, boolean or null
 * @see Bergstra and Bengio (2012), "Random Search for Hyper-Parameter Optimization", JMLR 13
 * @example
 * drawSettings({ neighbors: { from: 5, to: 500, integer: true, scale: 'log' }, similarity: ['cosine', 'jaccard'] })
 */
export function drawSettings<const S extends Space>(space: S, options: DrawSettingsOptions = {}): SettingsOf<S>[] {
  return drawFrom('drawSettings', space, options)
}

/** {@link drawSettings} for a caller whose name errors shall carry. */
export function drawFrom<S extends Space>(
  fn: string,
  space: S,
  { trials = 20, seed = 0 }: DrawSettingsOptions,
): SettingsOf<S>[] {
  checkInteger(fn, 'trials', trials, { min: 1 })
  checkObject(fn, 'space', space)
  const parameters = Object.entries<readonly SettingValue[] | SettingRange>(space)
  for (const [name, values] of parameters) {
    if (isList(values)) checkValues(fn, `space.${name}`, values)
    else checkRange(fn, `space.${name}`, values)
  }
  const stream = random(seed).fork('settings')
  const drawn = new Map<string, Settings>()
  for (let attempts = 0; drawn.size < trials && attempts < PATIENCE * trials; attempts++) {
    // A stream of its own for each draw and parameter: one more parameter leaves the others as they were.
    const draw = stream.fork(attempts)
    const settings = parameters.reduce<Settings>(
      (all, [name, values]) => withSetting(all, name, drawValue(values, draw.fork(name))),
      {},
    )
    const key = settingsKey(settings)
    if (!drawn.has(key)) drawn.set(key, settings)
  }
  return [...drawn.values()] as SettingsOf<S>[]
}

function isList(values: readonly SettingValue[] | SettingRange): values is readonly SettingValue[] {
  return Array.isArray(values)
}

function drawValue(values: readonly SettingValue[] | SettingRange, stream: Random): SettingValue {
  if (isList(values)) return values[stream.integer(values.length)]!
  const { from, to, integer = false, scale = 'linear' } = values
  // The first and the last integer get as much room as the others.
  const room = integer ? 0.5 : 0
  const [low, high] = [from - room, to + room]
  const share = stream.next()
  const drawn = scale === 'log' ? low * (high / low) ** share : low + (high - low) * share
  return Math.min(to, Math.max(from, integer ? Math.round(drawn) : drawn))
}

function checkRange(fn: string, name: string, range: SettingRange): void {
  checkObject(fn, name, range)
  const { from, to, integer = false, scale = 'linear' } = range
  for (const [end, value] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (integer) checkInteger(fn, `${name}.${end}`, value)
    else checkNumber(fn, `${name}.${end}`, value)
  }
  checkOneOf(fn, `${name}.scale`, scale, ['linear', 'log'])
  if (to <= from) throw rangeError(fn, `${name}.to`, `be above ${name}.from (${from})`, to)
  if (scale === 'log' && from <= 0) throw rangeError(fn, `${name}.from`, 'be above 0 on a logarithmic scale', from)
}
