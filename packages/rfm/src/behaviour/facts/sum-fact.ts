import type { Fact } from './line-block.js'

/**
 * Compensated sum of a column for each customer.
 *
 * O(1) a line, two numbers per customer.
 * @param values one finite number per line of the log
 */
export function sumFact(values: Float64Array, customers: number): Fact<Float64Array> {
  const sums = emptySums(customers + 1)
  return {
    add({ start, size, who }) {
      for (let i = 0; i < size; i++) addTo(sums, who[i]!, values[start + i]!)
    },
    result: () => totals(sums),
  }
}

/** Sums, each beside what rounding took from it, so that both lie in one line of the cache. */
export function emptySums(size: number): Float64Array {
  return new Float64Array(2 * size)
}

/**
 * Adds a number to one of the sums.
 * @see Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54
 */
export function addTo(sums: Float64Array, place: number, value: number): void {
  const before = sums[2 * place]!
  const after = before + value
  // What rounding took: exact, because the larger of the two goes first.
  sums[2 * place + 1]! += Math.abs(before) >= Math.abs(value) ? before - after + value : value - after + before
  sums[2 * place] = after
}

/** The sums with what they lost; one beyond the range of a number stays infinite. */
export function totals(sums: Float64Array): Float64Array {
  const into = new Float64Array(sums.length / 2)
  for (let place = 0; place < into.length; place++) {
    const sum = sums[2 * place]!
    into[place] = Number.isFinite(sum) ? sum + sums[2 * place + 1]! : sum
  }
  return into
}
