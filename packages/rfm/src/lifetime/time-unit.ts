/** What times in a purchase summary, and horizons of its models, are counted in. */
export type TimeUnit = 'days' | 'weeks' | 'months' | 'years'

/** Days of each unit; a month is a twelfth of a mean year of 365.25 days. */
export const DAYS_OF: Readonly<Record<TimeUnit, number>> = { days: 1, weeks: 7, months: 365.25 / 12, years: 365.25 }
