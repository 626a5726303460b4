/** Below this size of a power its curve is the logarithm in every digit. */
const NO_POWER = 1e-20

/** (e^{power · log} − 1) / power: the Box-Cox transform of a number, given its logarithm. */
export function powerOfLog(log: number, power: number): number {
  return Math.abs(power) < NO_POWER ? log : Math.expm1(power * log) / power
}

/** The logarithm whose {@link powerOfLog} is `value`; NaN when there is none. */
export function logOfPower(value: number, power: number): number {
  if (Math.abs(power) < NO_POWER) return value
  return power * value > -1 ? Math.log1p(power * value) / power : NaN
}
