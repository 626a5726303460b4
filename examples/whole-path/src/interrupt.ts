/** The user, or the system, ended the run before its result was there. */
export class Interrupted extends Error {
  constructor(readonly exitCode: number) {
    super('interrupted')
  }
}

/** 128 and the number of the signal, as shells have it. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/**
 * A signal that aborts with {@link Interrupted} at Ctrl-C, SIGTERM or when the terminal closes, so that the run can tidy up and end by itself; a second
 * one ends the process at once.
 */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController()
  for (const [name, exitCode] of Object.entries(EXIT_CODES)) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(exitCode)
      controller.abort(new Interrupted(exitCode))
    })
  }
  return controller.signal
}
