import { denseOf, type Dense } from '@clientele/core'
import { readOrders } from '@clientele/io'
import { rfm } from '@clientele/rfm'
import { reference, sharedFile } from '@clientele/testing'

let features: Promise<Dense> | undefined

/** Days since the last order, lines and revenue of the 5,878 customers of Online Retail II, in ascending id. */
export function retailFeatures(): Promise<Dense> {
  features ??= read()
  return features
}

async function read(): Promise<Dense> {
  const { orders } = await readOrders(sharedFile('data/online-retail-ii/online_retail_II.parquet'))
  const measured = rfm(orders, { asOf: reference('online-retail-ii').rfm.asOf, frequency: 'lines' })
  const { rows, columns, values } = denseOf(measured, ['recency', 'frequency', 'monetary'])
  const order = Array.from({ length: rows }, (_, row) => row)
  order.sort((a, b) => Number(measured.index.ids[a]) - Number(measured.index.ids[b]))
  const sorted = new Float64Array(values.length)
  order.forEach((from, to) => sorted.set(values.subarray(from * columns, (from + 1) * columns), to * columns))
  return { rows, columns, values: sorted }
}

/** The same, log(1 + x), on one scale. */
export async function scaledLogarithms(): Promise<number[][]> {
  const table = await retailFeatures()
  return standardized({ ...table, values: table.values.map(Math.log1p) })
}

/** Each column less its mean, over its population standard deviation. */
export function standardized({ rows, columns, values }: Dense): number[][] {
  const column = (at: number) => Array.from({ length: rows }, (_, row) => values[row * columns + at]!)
  const scaled = Array.from({ length: columns }, (_, at) => {
    const numbers = column(at)
    const mean = numbers.reduce((sum, value) => sum + value, 0) / rows
    const deviation = Math.sqrt(numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows)
    return numbers.map((value) => (value - mean) / deviation)
  })
  return Array.from({ length: rows }, (_, row) => scaled.map((numbers) => numbers[row]!))
}
