import type { Scope } from '../arena.js'
import { isScratch, type KernelArgument } from '../kernel-library.js'
import type { RowTask } from '../row-task.js'
import type { Crew } from './crew.js'
import { nextId } from './next-id.js'

/**
 * Runs a task on shared memory: one job for each worker, which takes blocks from a common counter until none is left, so that
 * a slow block delays no other. A flag behind the counter ends the work early.
 */
export async function runShared(crew: Crew, task: RowTask, signal?: AbortSignal): Promise<void> {
  const { engine, library, kernel, rows, blockRows } = task
  const scope = engine.arena.scope(kernel)
  const control = scope.zeros('i32', 2)
  const stop = () => Atomics.store(control.view(), 1, 1)
  const jobs = Array.from({ length: Math.min(crew.size, task.blocks) }, () =>
    crew.do(
      kernel,
      async (session) => {
        const run = { id: nextId(), library: session.introduce(library), kernel, rows, blockRows }
        const args = addresses(task.args, scope)
        return session.ask({ type: 'run', ...run, args, control: control.address }, kernel)
      },
      signal,
    ),
  )
  signal?.addEventListener('abort', stop)
  for (const job of jobs) job.catch(stop)
  try {
    // All workers must have let go of the memory before the caller may use or free it.
    const settled = await Promise.allSettled(jobs)
    signal?.throwIfAborted()
    const failed = settled.find((outcome) => outcome.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  } finally {
    signal?.removeEventListener('abort', stop)
    scope.close()
  }
}

/** Arguments as a compiled kernel takes them, with scratch memory of its own. */
export function addresses(args: readonly KernelArgument[], scope: Scope): number[] {
  return args.map((arg) => {
    if (typeof arg === 'number') return arg
    return isScratch(arg) ? scope.room(arg.scratch, arg.length).address : arg.address
  })
}
