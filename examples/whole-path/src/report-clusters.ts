import type { CustomerClusters } from './cluster-customers.js'
import { count, counted } from './figures.js'
import { groupTable, MEANS } from './report-segments.js'
import { line, section } from './section.js'
import { textTable } from './text-table.js'

/** How many clusters there are and why, and what each is worth. */
export function clustersReport(clusters: CustomerClusters): string {
  return section(
    `Clusters by k-means on the scores (${MEANS})`,
    elbowTable(clusters),
    line(`The scores have ${counted(clusters.cells, 'distinct combination')}`),
    line(choice(clusters)),
    groupTable('Cluster', clusters.summary),
  )
}

function choice({ knee, k }: CustomerClusters): string {
  if (knee === undefined) return 'Kneedle finds no bend in the inertia: all customers are one cluster'
  return `Kneedle finds the bend of the inertia at k = ${k}`
}

const BLOCK = 8

/** The curve in blocks of two lines: k above, inertia below. */
function elbowTable({ elbow }: CustomerClusters): string {
  const ks = Array.from(elbow.ks, count)
  const inertias = Array.from(elbow.inertias, count)
  const blocks: string[] = []
  for (let start = 0; start < ks.length; start += BLOCK) {
    const columns = [
      { title: 'k', align: 'left' } as const,
      ...ks.slice(start, start + BLOCK).map((k) => ({ title: k, align: 'right' }) as const),
    ]
    blocks.push(textTable(columns, [['inertia', ...inertias.slice(start, start + BLOCK)]]))
  }
  return blocks.join('')
}
