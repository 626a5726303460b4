/** The error for work that is given to a closed pool, or was under way when it closed. */
export function closedPool(fn: string): Error {
  return new Error(`${fn}: pool must be open, got a closed pool`)
}

/** The error for work that a worker did not live to finish. */
export function deadWorker(kernel: string, reason: string): Error {
  return new Error(`${kernel}: worker must stay alive until the work is done, got ${reason}`)
}

/** The error for a kernel that fails while it runs, such as one that reads beyond the memory. */
export function failedKernel(kernel: string, reason: string): Error {
  return new Error(`${kernel}: kernel must run to its end, got ${reason}`)
}
