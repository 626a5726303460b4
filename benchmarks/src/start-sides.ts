import { fileURLToPath } from 'node:url'
import { peersEnvironment, peersPython } from './peers-python.js'
import { startSide, type Side } from './side.js'
import type { Suite } from './suite.js'

/** The process of our side, and Python's where peers are measured there. */
export interface Sides {
  readonly node: Side
  readonly python: Side | undefined
}

/** Starts the processes that a suite's lines need: Python only with `peers`, and then the suite's own environment out of the cache. */
export function startSides(
  { name, lines, requirements = 'requirements.txt' }: Suite,
  options: { readonly peers: boolean; readonly cache: string },
): Sides {
  const node = startSide(process.execPath, [file('our-side.js'), name])
  if (!options.peers || lines.every(({ theirs }) => theirs?.side !== 'python')) return { node, python: undefined }
  const program = peersPython(options.cache, file(`../peers/${requirements}`))
  return { node, python: startSide(program, [file(`../peers/${name}.py`)], peersEnvironment()) }
}

/** Built, this lies in `dist`, beside the program of our side. */
function file(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url))
}
