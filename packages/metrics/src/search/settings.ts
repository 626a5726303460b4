import { rangeError, typeError } from '@clientele/core'

/** What a setting can be: plain data, so that it can be sent to workers and written to a log. */
export type SettingValue = string | number | boolean | null

/** One choice of every parameter of a model, by name. */
export type Settings = Readonly<Record<string, SettingValue>>

/** The values to try of each parameter, by name. */
export type Grid = Readonly<Record<string, readonly SettingValue[]>>

/** Numbers between two, both included. */
export interface SettingRange {
  /** The least number. */
  readonly from: number
  /** The greatest number. */
  readonly to: number
  /** Whether only integers are drawn; default false. */
  readonly integer?: boolean
  /**
   * `'linear'` (default): all numbers are alike. `'log'`: as likely between 1 and 10 as between 10 and 100; then `from` is
   * above 0.
   */
  readonly scale?: 'linear' | 'log'
}

/** What settings are drawn from: per parameter some values, or a range of numbers. */
export type Space = Readonly<Record<string, readonly SettingValue[] | SettingRange>>

/** The settings that a grid or a space holds. */
export type SettingsOf<S extends Space> = {
  readonly [Name in keyof S]: S[Name] extends readonly (infer Value extends SettingValue)[] ? Value : number
}

/** A text that two settings share only if they are the same, in whatever order their names stand. */
export function settingsKey(settings: Settings): string {
  const names = Object.keys(settings).sort()
  return JSON.stringify(names.map((name) => [name, settings[name]]))
}

/**
 * Throws unless `values` are distinct plain values, at least one.
 * @throws RangeError or TypeError that names the value
 */
export function checkValues(fn: string, name: string, values: readonly SettingValue[]): void {
  if (values.length === 0) throw rangeError(fn, `${name}.length`, 'be at least 1', 0)
  values.forEach((value, i) => {
    checkValue(fn, `${name}[${i}]`, value)
    if (values.indexOf(value) < i) throw rangeError(fn, `${name}[${i}]`, 'be another value than those before', value)
  })
}

function checkValue(fn: string, name: string, value: unknown): void {
  if (typeof value === 'number' && !Number.isFinite(value)) throw rangeError(fn, name, 'be finite', value)
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return
  throw typeError(fn, name, 'be a string, number, boolean or null', value)
}

/**
 * Throws unless `list` are distinct settings of plain values, at least one.
 * @throws RangeError or TypeError that names the settings
 */
export function checkSettings(fn: string, list: readonly Settings[]): void {
  if (!Array.isArray(list)) throw typeError(fn, 'settings', 'be an array of settings', list)
  if (list.length === 0) throw rangeError(fn, 'settings.length', 'be at least 1', 0)
  const known = new Set<string>()
  list.forEach((settings: Settings, i) => {
    checkObject(fn, `settings[${i}]`, settings)
    for (const [name, value] of Object.entries(settings)) checkValue(fn, `settings[${i}].${name}`, value)
    const key = settingsKey(settings)
    if (known.has(key)) throw rangeError(fn, `settings[${i}]`, 'be other settings than those before', key)
    known.add(key)
  })
}

/**
 * Throws unless `value` is an object of named values.
 * @throws TypeError
 */
export function checkObject(fn: string, name: string, value: unknown): void {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return
  throw typeError(fn, name, 'be an object of values by name', value)
}
