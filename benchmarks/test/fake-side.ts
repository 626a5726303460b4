import type { Request } from '../src/messages.js'
import type { Side } from '../src/side.js'

/** A side without a process: gives the next of `seconds` for each run, and writes into `log` what it is asked. */
export function fakeSide(
  name: string,
  log: string[],
  { seconds = [], answer = [], units = 1 }: { seconds?: number[]; answer?: number[]; units?: number } = {},
): Side {
  const times = [...seconds]
  const values = {
    versions: () => ({ [name]: '1.0' }),
    prepare: () => units,
    run: () => times.shift() ?? Promise.reject(new Error(`${name} has no more times`)),
    answer: () => ({ numbers: answer, note: `seen by ${name}` }),
    finish: () => null,
  }
  return {
    ask: async (request: Request) => {
      log.push(`${name} ${request.do}`)
      return (await values[request.do]()) as never
    },
    close: () => log.push(`${name} close`),
  }
}
