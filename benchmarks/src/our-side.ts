// our-side.js SUITE: the process in which our side of a suite works. One line of JSON in, one line out.
import { createInterface } from 'node:readline'
import { answerRequests } from './answer-requests.js'
import type { Request, Response } from './messages.js'
import { suites } from './suites/all.js'

const suite = suites.find(({ name }) => name === process.argv[2])!
const answer = answerRequests(suite.works)

for await (const line of createInterface({ input: process.stdin })) {
  const response: Response = await answer(JSON.parse(line) as Request).then(
    (value) => ({ value }),
    (error: unknown) => ({ error: String(error) }),
  )
  process.stdout.write(`${JSON.stringify(response)}\n`)
}
