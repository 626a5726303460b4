import { existsSync } from 'node:fs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Path of the Chromium that the system has (or the variable CHROMIUM names); `undefined` when there is none. */
export const chromium = [process.env.CHROMIUM, ...PLACES].find((path) => path !== undefined && existsSync(path))

/** Flags with which it runs headless in a container too, and asks nothing of the network. */
export const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']

/** What a run of the tests says when it leaves those in Chromium out. */
export const withoutChromium =
  'LEFT OUT: the tests in Chromium, since this machine has none (Debian: apt-get install chromium).'
