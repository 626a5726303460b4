import { isScratch, moduleOf } from '../kernel-library.js'
import { BYTES_OF, type Region } from '../region.js'
import type { RowTask } from '../row-task.js'
import type { Member } from './member.js'
import { nextId } from './next-id.js'
import { addresses } from './shared.js'

/**
 * Runs a task on one worker that cannot see this thread's memory: its regions are copied there, to the same addresses, and
 * back when all blocks are done. Blocks are asked for one by one, so that work can be cancelled between them.
 */
export async function runOnCopies(member: Member, task: RowTask, signal?: AbortSignal): Promise<void> {
  const { library, kernel, rows, blockRows, engine } = task
  const scope = engine.arena.scope(kernel)
  try {
    const args = addresses(task.args, scope)
    const regions = task.args.filter((arg): arg is Region => typeof arg === 'object' && !isScratch(arg))
    member.introduce(library.name, moduleOf(library, false))
    member.post({
      type: 'load',
      pieces: regions.map((region) => ({ address: region.address, bytes: bytesOf(region).slice() })),
    })
    for (let block = 0; block < task.blocks; block++) {
      const run = { id: nextId(), library: library.name, kernel, args, rows, blockRows }
      await member.ask({ type: 'block', ...run, block }, kernel)
      signal?.throwIfAborted()
    }
    const wanted = regions.map(({ address, type, length }) => ({ address, bytes: length * BYTES_OF[type] }))
    const answer = await member.ask({ type: 'fetch', id: nextId(), pieces: wanted }, kernel)
    answer.pieces!.forEach(({ bytes }, i) => bytesOf(regions[i]!).set(bytes))
  } finally {
    scope.close()
  }
}

function bytesOf(region: Region): Uint8Array {
  const view = region.view()
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
}
