import { isScratch, moduleOf, type KernelArgument } from '../kernel-library.js'
import type { Scope } from '../arena.js'
import type { RowTask } from '../row-task.js'
import type { Member } from './member.js'
import { nextId } from './next-id.js'

/**
 * Runs a task on shared memory: one message to each worker, which then takes blocks from a common counter until none is
 * left, so that a slow block delays no other. A flag behind the counter ends the work early.
 */
export async function runShared(members: readonly Member[], task: RowTask, signal?: AbortSignal): Promise<void> {
  const scope = task.engine.arena.scope(task.kernel)
  const control = scope.zeros('i32', 2)
  const stop = () => Atomics.store(control.view(), 1, 1)
  signal?.addEventListener('abort', stop)
  try {
    const answers = members.slice(0, task.blocks).map((member) => start(member, task, control.address, scope))
    for (const answer of answers) answer.catch(stop)
    // All workers must have let go of the memory before the caller may use or free it.
    const settled = await Promise.allSettled(answers)
    signal?.throwIfAborted()
    const failed = settled.find((outcome) => outcome.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  } finally {
    signal?.removeEventListener('abort', stop)
    scope.close()
  }
}

function start(member: Member, task: RowTask, control: number, scope: Scope): Promise<unknown> {
  const { library, kernel, rows, blockRows } = task
  member.introduce(library.name, moduleOf(library, true))
  const args = addresses(task.args, scope)
  return member.ask(
    { type: 'run', id: nextId(), library: library.name, kernel, args, rows, blockRows, control },
    kernel,
  )
}

/** Arguments as a compiled kernel takes them, with scratch memory of its own. */
export function addresses(args: readonly KernelArgument[], scope: Scope): number[] {
  return args.map((arg) => {
    if (typeof arg === 'number') return arg
    return isScratch(arg) ? scope.room(arg.scratch, arg.length).address : arg.address
  })
}
