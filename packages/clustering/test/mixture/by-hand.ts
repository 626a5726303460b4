/** The density of a normal distribution in one or two columns, straight from the formula. */
export function normalDensity(point: number[], mean: number[], covariance: number[]): number {
  if (point.length === 1) {
    return Math.exp(-((point[0]! - mean[0]!) ** 2) / (2 * covariance[0]!)) / Math.sqrt(2 * Math.PI * covariance[0]!)
  }
  const [a, b, , d] = covariance as [number, number, number, number]
  const determinant = a * d - b * b
  const [x, y] = point.map((value, column) => value - mean[column]!) as [number, number]
  const square = (d * x * x - 2 * b * x * y + a * y * y) / determinant
  return Math.exp(-square / 2) / (2 * Math.PI * Math.sqrt(determinant))
}
