import type { Fact, Room } from './fact.js'

/**
 * Compensated sum of a column for each customer.
 *
 * O(1) a line, two numbers per customer.
 * @param values one finite number per line of the log
 */
export function sumFact(values: ArrayLike<number>): Fact<Float64Array> {
  return {
    width: 2,
    add({ start, size, who, runs, first }, { numbers, stride, at }) {
      for (let run = 0; run < runs; run++) {
        const from = first[run]!
        const end = run + 1 < runs ? first[run + 1]! : size
        addRun(numbers, who[from]! * stride + at, values, start + from, start + end)
      }
    },
    result: (room) => totals(room),
  }
}

/** Adds neighbouring values as {@link addTo} does, with both numbers in registers for as long. */
export function addRun(
  numbers: Float64Array,
  place: number,
  values: ArrayLike<number>,
  from: number,
  to: number,
): void {
  let sum = numbers[place]!
  let lost = numbers[place + 1]!
  for (let i = from; i < to; i++) {
    const value = values[i]!
    const after = sum + value
    const added = after - sum
    lost += sum - (after - added) + (value - added)
    sum = after
  }
  numbers[place] = sum
  numbers[place + 1] = lost
}

/**
 * Adds to a sum at some place, which has beside it what rounding took from it: exactly, in either order of size.
 * @see Knuth (1997), "The Art of Computer Programming", volume 2, section 4.2.2, theorem B
 */
export function addTo(numbers: Float64Array, place: number, value: number): void {
  const before = numbers[place]!
  const after = before + value
  const added = after - before
  numbers[place + 1]! += before - (after - added) + (value - added)
  numbers[place] = after
}

/**
 * Sums with what they lost, customer after customer; one beyond the range of a number stays infinite.
 * @param sums how many there are of each customer, side by side
 */
export function totals({ numbers, stride, at, customers }: Room, sums = 1): Float64Array {
  const into = new Float64Array(customers * sums)
  for (let customer = 0; customer < customers; customer++) {
    for (let i = 0; i < sums; i++) {
      const place = customer * stride + at + 2 * i
      const sum = numbers[place]!
      into[customer * sums + i] = Number.isFinite(sum) ? sum + numbers[place + 1]! : sum
    }
  }
  return into
}
