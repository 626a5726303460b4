/** Metrics of which less is better; of all others more is. */
const LOWER: readonly string[] = ['averageRank', 'averagePopularity', 'rmse', 'mae', 'mse']

/** Whether less of a metric is better. */
export function isLowerBetter(metric: string): boolean {
  return LOWER.includes(metric)
}
