/** Milliseconds of a day of UTC. */
export const DAY = 86_400_000

/** The last moment a `Date` can hold, in epoch milliseconds; the first is as far before 1970. */
export const LAST_TIME = 100_000_000 * DAY

/**
 * What a clock and a calendar on the wall show, as if it were UTC, in epoch milliseconds; `undefined` when there is no such
 * date or time of day (30 February, 24:00). Where such a clock hangs is for {@link fromWallTime} to say. O(1).
 * @param year of the Gregorian calendar, also before its introduction; 50 is the year 50, 0 is 1 BC
 * @param month 1 to 12
 * @param day 1 to 31
 * @param hour 0 to 23
 * @param minute 0 to 59
 * @param second 0 to 59
 * @example wallTime(2011, 12, 10) // 1323475200000
 */
export function wallTime(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
): number | undefined {
  if (!Number.isInteger(year) || !isWithin(month, 1, 12)) return undefined
  if (!isWithin(hour, 0, 23) || !isWithin(minute, 0, 59) || !isWithin(second, 0, 59)) return undefined
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  // 30 February has become 1 or 2 March; a year beyond the range has become NaN.
  if (date.getUTCDate() !== day) return undefined
  return date.getTime() + hour * 3_600_000 + minute * 60_000 + second * 1000
}

function isWithin(value: number, lowest: number, highest: number): boolean {
  return Number.isInteger(value) && value >= lowest && value <= highest
}
