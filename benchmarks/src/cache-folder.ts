import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * Where data and the peers' Python lie between runs, outside the repository: `CLIENTELE_BENCHMARKS_CACHE`, or
 * `clientele-benchmarks` in the user's cache folder (`XDG_CACHE_HOME`, by default `~/.cache`).
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const own = env['CLIENTELE_BENCHMARKS_CACHE']
  if (own) return resolve(own)
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'clientele-benchmarks')
}
