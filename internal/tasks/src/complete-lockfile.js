// `npm run lockfile`: adds to package-lock.json what `npm ci` wants to find there and `npm install` leaves out when the
// registry it asks lacks them: the builds of compiled tools for other platforms. Their entries are never fetched here.
import { readFileSync, writeFileSync } from 'node:fs'
import { missingBuilds, sortedPackages } from './lockfile.js'

const path = new URL('../../../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(path, 'utf8'))
const missing = missingBuilds(lock.packages)
lock.packages = sortedPackages({ ...lock.packages, ...missing })
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${Object.keys(missing).length} builds for other platforms added to package-lock.json`)
