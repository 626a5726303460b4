import { calendarDay, dayText } from '@clientele/core'

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const cents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const tenths = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const precise = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 })

/** A count, rounded to whole numbers, with thousands separators: "1,067,371". */
export const count = (value: number): string => whole.format(value)

/** Money with two digits after the point: "17,743,429.18". */
export const money = (value: number): string => cents.format(value)

/** A number with as many digits as it needs, four after the point at most: "348.7625". */
export const number = (value: number): string => precise.format(value)

/** A number with one digit after the point: "201.9". */
export const tenth = (value: number): string => tenths.format(value)

/** A share of 1 in percent: "12.3 %". */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** The calendar day of a moment: "2011-12-09". */
export function day(time: number, timeZone: string): string {
  return dayText(calendarDay(timeZone)(time))
}

/** A number of things in words: "1 customer", "5,878 customers". */
export function counted(value: number, thing: string): string {
  return `${count(value)} ${thing}${value === 1 ? '' : 's'}`
}
