import { numbersOf, type Fact, type Room } from './fact.js'

/** The days on which each customer shopped, and the gaps between them. */
export interface ShoppingDays {
  /** Number of distinct days. */
  readonly count: Float64Array
  /** The first of them. */
  readonly first: Float64Array
  /** The last of them. */
  readonly last: Float64Array
  /** Sum of the squared gaps between one day and the next, in days. */
  readonly squaredGaps: Float64Array
}

/** The marks of a customer's lines in ascending order, as `sortedMarks` lists them. */
interface SortedDays {
  readonly offsets: Float64Array
  readonly values: Float64Array
}

/** Places of a customer's numbers: those of {@link ShoppingDays}, and 1 where a day was earlier than one before it. */
const [COUNT, FIRST, LAST, SQUARED_GAPS, FALLS] = [0, 1, 2, 3, 4] as const

/**
 * Shopping days of each customer. A day is new where it is later than any before, as in a log kept in order of time; customers
 * whose days fall are gathered anew from a sorted list.
 *
 * O(1) a run and five numbers per customer; of customers whose days fall O(lines log lines) and one number per line.
 * @param sortedDays gives the days of those customers who are marked with 1
 */
export function dayFact(sortedDays: (wanted: Uint8Array) => SortedDays): Fact<ShoppingDays> {
  return {
    width: 5,
    add({ who, runs, first, day }, { numbers, stride, at }) {
      for (let run = 0; run < runs; run++) addDay(numbers, who[first[run]!]! * stride + at, day[run]!)
    },
    result(room) {
      const wanted = Uint8Array.from(numbersOf(room, FALLS))
      if (wanted.includes(1)) gatherAnew(room, wanted, sortedDays(wanted))
      return {
        count: numbersOf(room, COUNT),
        first: numbersOf(room, FIRST),
        last: numbersOf(room, LAST),
        squaredGaps: numbersOf(room, SQUARED_GAPS),
      }
    },
  }
}

function addDay(numbers: Float64Array, place: number, day: number): void {
  const last = numbers[place + LAST]!
  if (numbers[place + COUNT] === 0) numbers[place + FIRST] = day
  else if (day <= last) {
    if (day < last) numbers[place + FALLS] = 1
    return
  } else numbers[place + SQUARED_GAPS]! += (day - last) ** 2
  numbers[place + LAST] = day
  numbers[place + COUNT]!++
}

function gatherAnew({ numbers, stride, at }: Room, wanted: Uint8Array, { offsets, values }: SortedDays): void {
  for (let customer = 0; customer < wanted.length; customer++) {
    if (wanted[customer] === 0) continue
    const place = customer * stride + at
    numbers.fill(0, place, place + FALLS)
    for (let i = offsets[customer]!; i < offsets[customer + 1]!; i++) addDay(numbers, place, values[i]!)
  }
}
