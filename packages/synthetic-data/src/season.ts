const DAY = 86_400_000
const YEAR = 365.25 * DAY
/** Mid-December: the height of the season. */
const PEAK = Date.UTC(2000, 11, 15)
const ANGULAR = (2 * Math.PI) / YEAR

/** How busy the shop is at a moment, 1 on average over a year: 1 + amplitude in mid-December, 1 − amplitude in mid-June. */
export function seasonAt(time: number, amplitude: number): number {
  return 1 + amplitude * Math.cos(ANGULAR * (time - PEAK))
}

/** Season added up from one moment to another, in milliseconds of an average day: ∫ seasonAt dt. */
export function seasonBetween(from: number, to: number, amplitude: number): number {
  return to - from + (amplitude / ANGULAR) * (Math.sin(ANGULAR * (to - PEAK)) - Math.sin(ANGULAR * (from - PEAK)))
}
