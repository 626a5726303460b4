/** How good answers are, beside what others reach: a figure without a time, the same on every machine. */
export interface Quality {
  /** What is measured: the model with its settings, the data and the protocol. */
  readonly work: string
  /** What it is compared with. */
  readonly references: readonly Reference[]
  /** The metrics, by name; higher is better. */
  readonly measure: () => Metrics | Promise<Metrics>
}

/** Figures of metrics by name. */
export type Metrics = Readonly<Record<string, number>>

/** What somebody else reaches. */
export interface Reference {
  /** Who, and where it comes from. */
  readonly peer: string
  /** Their figures; metrics that they do not tell are left out. */
  readonly expected: Metrics
  /** How far below them ours may lie. */
  readonly tolerance: number
}

/** One row of `results.json` about quality; work, peer and metric are its name. Rows of times have no `kind`. */
export interface QualityRow {
  readonly kind: 'quality'
  readonly suite: string
  readonly work: string
  readonly peer: string
  readonly metric: string
  /** What ours reaches. */
  readonly value: number
  /** What the peer reaches. */
  readonly expected: number
  readonly tolerance: number
  /** Whether `value` is at least `expected - tolerance`. */
  readonly holds: boolean
}

/**
 * What was measured beside each reference, as rows.
 * @throws Error when a metric that a reference names was not measured
 */
export function qualityRowsOf(suite: string, { work, references }: Quality, measured: Metrics): QualityRow[] {
  return references.flatMap(({ peer, expected, tolerance }) =>
    Object.entries(expected).map(([metric, figure]) => {
      const value = measured[metric]
      if (value === undefined) throw new Error(`${peer} has the metric ${metric}, which was not measured`)
      const holds = value >= figure - tolerance
      return { kind: 'quality', suite, work, peer, metric, value, expected: figure, tolerance, holds }
    }),
  )
}
