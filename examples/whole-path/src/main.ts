import { interruptSignal } from './interrupt.js'

// A reader that has seen enough (`npm start | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

// Nobody is left to hear it.
process.stderr.on('error', () => undefined)

// Signals are heeded before the rest is loaded.
const signal = interruptSignal()
const { runCommand } = await import('./run-command.js')
process.exitCode = await runCommand(process.argv.slice(2), process, signal)
