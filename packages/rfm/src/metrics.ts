/** One of the three metrics. */
export type Metric = 'recency' | 'frequency' | 'monetary'

/** The three metrics, in the order of their letters. */
export const METRICS: readonly Metric[] = ['recency', 'frequency', 'monetary']

/** Something of each metric. */
export type PerMetric<T> = Readonly<Record<Metric, T>>

/** Something of each metric, made by a function of its name. */
export function perMetric<T>(make: (metric: Metric) => T): PerMetric<T> {
  return { recency: make('recency'), frequency: make('frequency'), monetary: make('monetary') }
}
