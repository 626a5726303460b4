/** Which scores a rule takes: all of them, or those from the lowest to the highest of a pair, both included. */
export type ScoreRange = 'any' | readonly [lowest: number, highest: number]

/**
 * A segment by the scores of its customers: a rule matches where all three ranges do. Several rules may share a name; they
 * then describe one segment.
 */
export interface SegmentRule {
  /** Name of the segment, for people. */
  readonly name: string
  /** Recency scores that match; the most recent customers score highest. */
  readonly recency: ScoreRange
  /** Frequency scores that match. */
  readonly frequency: ScoreRange
  /** Monetary scores that match. */
  readonly monetary: ScoreRange
}
