import { rangeError } from '../checks.js'
import type { Id, IdIndex } from '../id-index.js'
import { checksum } from './checksum.js'
import {
  aligned,
  AT,
  CHECKED_FROM,
  ELEMENT_TYPES,
  FORMAT_VERSION,
  HEADER_BYTES,
  MAGIC,
  MOST_DESCRIPTION_BYTES,
  type ArrayEntry,
  type ElementType,
  type ModelArray,
} from './format.js'
import { arraysOfIds } from './id-arrays.js'

/** What a saved model consists of. */
export interface ModelContent {
  /** Which algorithm's model it is; a loader refuses other kinds. */
  readonly kind: string
  /** Settings that the loaded model needs: whatever JSON can hold. */
  readonly options: Readonly<Record<string, unknown>>
  /** Indices of ids by name. */
  readonly ids: Readonly<Record<string, IdIndex>>
  /** Typed arrays by name. */
  readonly arrays: Readonly<Record<string, ModelArray>>
}

/**
 * A model as one file: magic, format version, checksum, then a description (kind, options, names and lengths) as JSON, then
 * the arrays. The same content gives the same bytes everywhere.
 *
 * O(bytes) time; holds the file once. The description is at most 1 MiB.
 * {@link readModelFile} is the way back.
 * @example writeModelFile({ kind: 'item-knn', options: { neighbors: 50 }, ids: { products }, arrays: { values } })
 */
export function writeModelFile({ kind, options, ids, arrays }: ModelContent): Uint8Array<ArrayBuffer> {
  const all = [...Object.entries(ids).flatMap(([name, { ids }]) => idEntries(name, ids)), ...Object.entries(arrays)]
  const entries = all.map(([name, array]): ArrayEntry => ({ name, type: typeOf(name, array), length: array.length }))
  const description = new TextEncoder().encode(JSON.stringify({ kind, options, arrays: entries }))
  if (description.length > MOST_DESCRIPTION_BYTES) {
    const rule = `take at most ${MOST_DESCRIPTION_BYTES} bytes as JSON, with the names of arrays`
    throw rangeError('writeModelFile', 'options', rule, description.length)
  }
  const start = aligned(HEADER_BYTES + description.length)
  const size = all.reduce((sum, [, array]) => sum + aligned(array.byteLength), start)
  const file = new Uint8Array(size)
  file.set(MAGIC)
  file.set(description, HEADER_BYTES)
  let at = start
  for (const [, array] of all) {
    file.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at += aligned(array.byteLength)
  }
  const header = new DataView(file.buffer)
  header.setUint32(AT.version, FORMAT_VERSION, true)
  header.setUint32(AT.description, description.length, true)
  header.setFloat64(AT.size, size, true)
  header.setUint32(AT.checksum, checksum(file.subarray(CHECKED_FROM)), true)
  return file
}

function idEntries(name: string, ids: readonly Id[]): [string, ModelArray][] {
  const { numbers, text, ends } = arraysOfIds(ids)
  return [
    [`${name}.numbers`, numbers],
    [`${name}.text`, text],
    [`${name}.ends`, ends],
  ]
}

function typeOf(name: string, array: ModelArray): ElementType {
  const types = Object.keys(ELEMENT_TYPES) as ElementType[]
  const type = types.find((each) => array instanceof ELEMENT_TYPES[each])
  if (type !== undefined) return type
  throw rangeError('writeModelFile', `arrays.${name}`, `be an array of ${types.join(', ')}`, array)
}
