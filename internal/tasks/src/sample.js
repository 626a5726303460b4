// `npm run sample`: what the README shows of `npm start` must be what it prints.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url))
const readme = readFileSync(path('../../../README.md'), 'utf8')
const [, sample = ''] = /^Out of what it prints:\n\n```\n(.*?)^```$/ms.exec(readme) ?? []
const shown = sample.split('\n').filter((line) => !['', '…'].includes(line.trim()))
const printed = new Set(execFileSync(process.execPath, [path('start.js')], { encoding: 'utf8' }).split('\n'))

const stale = shown.filter((line) => !printed.has(line))
for (const line of stale) console.error(`README.md shows a line that npm start does not print: ${line}`)
if (shown.length === 0) console.error('README.md shows nothing of what npm start prints')
process.exitCode = stale.length > 0 || shown.length === 0 ? 1 : 0
