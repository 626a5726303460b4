import { isScratch } from '../kernel-library.js'
import { BYTES_OF, viewAt, type Region } from '../region.js'
import type { RowTask } from '../row-task.js'
import type { Crew } from './crew.js'
import type { FromWorker, Question } from './messages.js'
import { nextId } from './next-id.js'
import { addresses } from './shared.js'

/** Bytes copied at a time: a few milliseconds, between which other work of the thread, and an abort, find their moment. */
const PIECE = 4 << 20

/**
 * Runs a task on one worker that cannot see this thread's memory: its regions are copied there, to the same addresses, and
 * back when all blocks are done. Pieces and blocks are asked for one by one, so that work can be cancelled between them.
 */
export function runOnCopies(crew: Crew, task: RowTask, signal?: AbortSignal): Promise<void> {
  const { library, kernel, rows, blockRows, engine } = task
  const { arena } = engine
  return crew.do(
    kernel,
    async (session) => {
      const scope = arena.scope(kernel)
      const ask = async (question: Question, transfer?: ArrayBuffer[]): Promise<FromWorker> => {
        const answer = await session.ask(question, kernel, transfer)
        signal?.throwIfAborted()
        return answer
      }
      try {
        const args = addresses(task.args, scope)
        const pieces = piecesOf(task.args.filter((arg): arg is Region => typeof arg === 'object' && !isScratch(arg)))
        await ask({ type: 'reserve', id: nextId(), bytes: arena.size })
        for (const { address, length } of pieces) {
          const bytes = viewAt(arena.memory.buffer, 'u8', address, length).slice()
          await ask({ type: 'load', id: nextId(), address, bytes }, [bytes.buffer])
        }
        const run = { library: session.introduce(library), kernel, args, rows, blockRows }
        for (let block = 0; block < task.blocks; block++) await ask({ type: 'block', id: nextId(), ...run, block })
        for (const { address, length } of pieces) {
          const { bytes } = await ask({ type: 'fetch', id: nextId(), address, length })
          viewAt(arena.memory.buffer, 'u8', address, length).set(bytes!)
        }
      } finally {
        scope.close()
      }
    },
    signal,
  )
}

interface CopiedPiece {
  readonly address: number
  /** Bytes. */
  readonly length: number
}

function piecesOf(regions: readonly Region[]): CopiedPiece[] {
  return regions.flatMap(({ address, type, length }) => {
    const end = address + length * BYTES_OF[type]
    return Array.from({ length: Math.ceil((end - address) / PIECE) }, (_, i) => {
      const start = address + i * PIECE
      return { address: start, length: Math.min(PIECE, end - start) }
    })
  })
}
