import { interruptSignal } from './interrupt.js'
import { runCommand } from './run-command.js'

// A reader that has seen enough (`npm start | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCommand(process.argv.slice(2), process, interruptSignal())
