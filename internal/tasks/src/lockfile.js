/**
 * @typedef {{ version: string, dev?: boolean, license?: string, engines?: Record<string, string>,
 *   optionalDependencies?: Record<string, string> }} Locked what a lockfile says of one package
 * @typedef {Record<string, Locked & Record<string, unknown>>} LockedPackages by their place, "node_modules/turbo"
 */

/** Words of a build's name that say for which system it is, and what npm calls that system. */
const SYSTEMS = new Map([
  ...['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'].map(
    (system) => /** @type {const} */ ([system, system]),
  ),
  ['windows', 'win32'],
])

/**
 * Entries for the optional packages that others name and the lockfile lacks.
 * @param {LockedPackages} packages
 * @returns {LockedPackages}
 */
export function missingBuilds(packages) {
  /** @type {LockedPackages} */
  const missing = {}
  for (const [place, parent] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const places = [`${place}/node_modules/${name}`, `node_modules/${name}`]
      if (!places.some((each) => each in packages)) missing[`node_modules/${name}`] = build(name, version, parent)
    }
  }
  return missing
}

/**
 * The entry of a build named after its platform, as in "@rollup/rollup-linux-x64-musl"; otherwise like its parent.
 * @param {string} name
 * @param {string} version
 * @param {Locked} parent
 */
function build(name, version, { dev, license }) {
  const words = name.split(/[/-]/)
  const at = words.findIndex((word) => SYSTEMS.has(word))
  const cpu = words[at + 1]
  if (at < 0 || cpu === undefined) throw new Error(`lockfile: "${name}" must be named after its platform`)
  const libc = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }[words[at + 2] ?? '']
  return {
    version,
    cpu: [cpu === '64' ? 'x64' : cpu],
    ...(dev && { dev }),
    ...(libc && words[at] === 'linux' && { libc: [libc] }),
    ...(license && { license }),
    optional: true,
    os: [SYSTEMS.get(words[at] ?? '')],
  }
}

/**
 * In npm's own order, by place.
 * @param {LockedPackages} packages
 * @returns {LockedPackages}
 */
export function sortedPackages(packages) {
  return Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
}
