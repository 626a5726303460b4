import type { Request, Values } from './messages.js'
import type { Prepared, Work } from './suite.js'

/** Answers requests with a suite's works: what the process of our side does with each line. */
export function answerRequests(
  works: Readonly<Record<string, Work>>,
): (request: Request) => Promise<Values[Request['do']]> {
  const prepared = new Map<string, { work: Prepared<unknown>; result?: unknown }>()
  return async (request) => {
    if (request.do === 'versions') return { Node: process.versions.node, V8: process.versions.v8 }
    if (request.do === 'prepare') {
      const work = await works[request.work]!(request.folders)
      prepared.set(request.work, { work })
      return work.units ?? 1
    }
    const entry = prepared.get(request.work)!
    switch (request.do) {
      case 'run': {
        delete entry.result
        const start = performance.now()
        entry.result = await entry.work.run()
        const seconds = (performance.now() - start) / 1000
        return entry.work.secondsOf?.(entry.result) ?? seconds
      }
      case 'answer':
        return entry.work.answer(entry.result)
      case 'finish':
        entry.work.finish?.()
        prepared.delete(request.work)
        return null
    }
  }
}
