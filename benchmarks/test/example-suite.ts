import type { Measured } from '../src/measure-line.js'
import type { Quality } from '../src/quality.js'
import { rowOf, type Row, type Run } from '../src/row.js'
import type { Line } from '../src/suite.js'

/** A line beside a peer in Python. */
export const line: Line = {
  work: 'sum of a million numbers',
  peer: 'numpy',
  data: [],
  ours: 'sum',
  theirs: { side: 'python', work: 'sum' },
  limit: 2,
  tolerance: 0.1,
  repetitions: 2,
}

export const quietRun: Run = {
  date: '2025-06-01',
  processor: 'A Processor, 2 cores',
  load: 0.1,
  versions: { Node: '20', numpy: '2' },
}

/** What takes us 3 ms and the peer 2 ms. */
export const measured: Measured = {
  ours: { minimum: 0.003, median: 0.004 },
  theirs: { minimum: 0.002, median: 0.0025 },
  repetitions: 2,
  note: undefined,
}

/** Two metrics beside one reference; ours are better in the first. */
export const exampleQuality: Quality = {
  work: 'lists',
  references: [{ peer: 'implicit', expected: { precision: 0.1, ndcg: 0.31 }, tolerance: 0.005 }],
  measure: () => ({ precision: 0.2, ndcg: 0.3, recall: 0.4 }),
}

/** The row of `line` with another time or limit. */
export function exampleRow(changes: Partial<Line> = {}, times: Partial<Measured> = {}): Row {
  return rowOf('example', { ...line, ...changes }, { ...measured, ...times }, quietRun)
}
