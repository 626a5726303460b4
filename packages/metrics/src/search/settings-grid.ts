import { typeError } from '@clientele/core'
import { checkObject, checkValues, type Grid, type Settings, type SettingsOf, type SettingValue } from './settings.js'

/**
 * Every combination of the values of a grid; the last parameter changes fastest.
 *
 * As many settings as the product of the numbers of values.
 * @throws RangeError when a parameter has no values, or one twice; TypeError when a value is not a string, number, boolean
 *   or null
 * @example settingsGrid({ neighbors: [20, 50], similarity: ['cosine', 'jaccard'] }).length // 4
 */
export function settingsGrid<const G extends Grid>(grid: G): SettingsOf<G>[] {
  return gridOf('settingsGrid', grid)
}

/** {@link settingsGrid} for a caller whose name errors shall carry. */
export function gridOf<G extends Grid>(fn: string, grid: G): SettingsOf<G>[] {
  checkObject(fn, 'grid', grid)
  let all: Settings[] = [{}]
  for (const [name, values] of Object.entries<readonly SettingValue[]>(grid)) {
    if (!(values instanceof Array)) throw typeError(fn, `grid.${name}`, 'be an array of values', values)
    checkValues(fn, `grid.${name}`, values)
    all = all.flatMap((settings) => values.map((value) => withSetting(settings, name, value)))
  }
  return all as SettingsOf<G>[]
}

/** A copy with one more setting; any name is a name, `__proto__` too. */
export function withSetting(settings: Settings, name: string, value: SettingValue): Settings {
  return Object.fromEntries([...Object.entries(settings), [name, value]])
}
