/** The month of every rate: 30 days, in milliseconds. */
export const MONTH = 30 * 86_400_000
