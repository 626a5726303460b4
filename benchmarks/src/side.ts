import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Request, Response, Values } from './messages.js'

/** A process in which one side works, asked one thing after the other. */
export interface Side {
  /** Rejects with the reason when the side fails or its process ends. */
  ask<R extends Request>(request: R): Promise<Values[R['do']]>
  close(): void
}

/** Starts a side: a program that reads requests as lines from its input and writes an answer to each. */
export function startSide(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Side {
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = endOf(child, program)
  return {
    async ask<R extends Request>(request: R) {
      child.stdin.write(`${JSON.stringify(request)}\n`)
      const line = await Promise.race([lines.next(), ended])
      if (line.done === true) return ended
      const response = JSON.parse(line.value) as Response
      if ('error' in response) throw new Error(response.error)
      return response.value as Values[R['do']]
    },
    close: () => child.stdin.end(),
  }
}

/** Rejects when the process ends or cannot be started; nobody has to listen. */
function endOf(child: ChildProcess, program: string): Promise<never> {
  const ended = new Promise<never>((_, reject) => {
    child.on('error', (error) => reject(new Error(`${program} must start, got ${error.message}`)))
    child.on('close', (code, signal) => reject(new Error(`${program} must answer, got its end (${signal ?? code})`)))
  })
  ended.catch(() => undefined)
  return ended
}
