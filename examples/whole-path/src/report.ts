import { customerReport } from './report-customer.js'
import { clustersReport } from './report-clusters.js'
import { evaluationReport } from './report-evaluation.js'
import { ordersReport } from './report-orders.js'
import { recommendationsReport } from './report-recommendations.js'
import { scoresReport } from './report-scores.js'
import { segmentsReport } from './report-segments.js'
import type { PathResult } from './whole-path.js'

/** The result for people: all of it, or the one customer who was asked for. */
export function report(result: PathResult, timeZone: string): string {
  if (result.story !== undefined) return customerReport(result.story, result, timeZone)
  return [
    ordersReport(result, timeZone),
    scoresReport(result.customers, timeZone),
    segmentsReport(result.segments),
    clustersReport(result.clusters),
    recommendationsReport(result),
    result.recommendations ? evaluationReport(result.comparison, timeZone) : '',
  ].join('')
}
