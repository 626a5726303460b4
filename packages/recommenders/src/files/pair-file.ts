import { readModelFile, writeModelFile } from '@clientele/core'

/** Two saved models as one file. */
export function savePair(kind: string, first: Saves, second: Saves): Uint8Array<ArrayBuffer> {
  return writeModelFile({ kind, options: {}, ids: {}, arrays: { first: first.save(), second: second.save() } })
}

/** What can be saved. */
interface Saves {
  readonly save: () => Uint8Array<ArrayBuffer>
}

/**
 * The two files that {@link savePair} put into one: views of its bytes, which whoever opens them copies what they keep of.
 * @throws RangeError or TypeError when the file is of another kind or version, cut or damaged
 */
export function openPair(fn: string, kind: string, bytes: Uint8Array): [Uint8Array, Uint8Array] {
  const file = readModelFile(fn, bytes, kind)
  return [file.part('first'), file.part('second')]
}
