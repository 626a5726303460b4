import { numbersOf, type Fact } from './fact.js'

/** Moments of each customer's first and last line; `Infinity` and `-Infinity` where none counts. */
export interface Span {
  readonly first: Float64Array
  readonly last: Float64Array
}

/** First and last moment of each customer. O(1) a run, two numbers per customer. */
export function spanFact(time: Float64Array): Fact<Span> {
  return {
    width: 2,
    begin({ numbers, stride, at }) {
      for (let place = at; place < numbers.length; place += stride) {
        numbers[place] = Infinity
        numbers[place + 1] = -Infinity
      }
    },
    add({ start, who, runs, first }, { numbers, stride, at }) {
      for (let run = 0; run < runs; run++) {
        const place = who[first[run]!]! * stride + at
        const moment = time[start + first[run]!]!
        if (moment < numbers[place]!) numbers[place] = moment
        if (moment > numbers[place + 1]!) numbers[place + 1] = moment
      }
    },
    result: (room) => ({ first: numbersOf(room, 0), last: numbersOf(room, 1) }),
  }
}
