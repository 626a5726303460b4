import { describeValue, rangeError, typeError } from '../checks.js'
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
  type ArrayOf,
  type ElementType,
} from './format.js'
import { isDescription, type Description } from './description.js'
import { idsOfArrays } from './id-arrays.js'

/** A model file that was found whole, to be asked for its contents. */
export interface ModelFile {
  /** The settings that were written. */
  readonly options: Readonly<Record<string, unknown>>
  /**
   * The index of ids of that name.
   * @throws RangeError when the file has none, or it is damaged
   */
  readonly ids: <I extends Id>(name: string) => IdIndex<I>
  /**
   * A copy of the array of that name.
   * @throws RangeError when the file has none of that name and type, or its length is not the one expected
   */
  readonly array: <T extends ElementType>(name: string, type: T, length?: number) => ArrayOf[T]
  /**
   * The array of bytes of that name as a view of the file's: for a file within the file, whose own arrays are copied later.
   * @throws RangeError when the file has no bytes of that name
   */
  readonly part: (name: string) => Uint8Array
}

/**
 * Opens what {@link writeModelFile} wrote. Nothing of the file is believed before its size and checksum agree, lengths
 * are held against the bytes that are there before anything is allocated, and no code of the file is run.
 *
 * O(bytes) time; arrays are copied when they are asked for, each once by its own length: at most the file's size in all. Indices of
 * ids take 12 bytes for each id on top, of which a file has at least 4, besides the ids themselves and a `Map` of them; the description
 * is read as JSON only up to 1 MiB.
 * @param fn the calling function, named in errors
 * @param kind the kind that is expected
 * @throws TypeError when `bytes` is not a Uint8Array; RangeError when the file is of another kind or version, cut or damaged
 * @example readModelFile('loadItemKnn', bytes, 'item-knn').array('values', 'f64')
 */
export function readModelFile(fn: string, bytes: Uint8Array, kind: string): ModelFile {
  const description = describedBy(fn, bytes)
  if (description.kind !== kind) throw rangeError(fn, 'bytes', `be a model of kind "${kind}"`, description.kind)
  const places = placesOf(fn, bytes, description)
  const view = (name: string, type: ElementType, length?: number) => {
    const place = places.get(name)
    if (place?.type !== type) throw rangeError(fn, 'bytes', `hold an array "${name}" of ${type}`, place?.type)
    if (length !== undefined && place.length !== length) {
      throw rangeError(fn, `bytes.${name}.length`, `be ${length}`, place.length)
    }
    return bytes.subarray(place.at, place.at + place.length * ELEMENT_TYPES[type].BYTES_PER_ELEMENT)
  }
  const array: ModelFile['array'] = (name, type, length) => {
    const own = view(name, type, length).slice()
    // A subclass (Buffer) may answer `slice` with a view; the copy must be of its own.
    const exact = own.byteLength === own.buffer.byteLength && own.buffer !== bytes.buffer ? own : Uint8Array.from(own)
    return new ELEMENT_TYPES[type](exact.buffer) as ArrayOf[typeof type]
  }
  return {
    options: description.options,
    array,
    part: (name) => view(name, 'u8'),
    ids: <I extends Id>(name: string) =>
      idsOfArrays(fn, name, {
        numbers: array(`${name}.numbers`, 'f64'),
        text: array(`${name}.text`, 'u16'),
        ends: array(`${name}.ends`, 'i32'),
      }) as IdIndex<I>,
  }
}

/** The description of a file whose size and checksum agree. */
function describedBy(fn: string, bytes: Uint8Array): Description {
  if (!(bytes instanceof Uint8Array)) throw typeError(fn, 'bytes', 'be a Uint8Array', bytes)
  if (bytes.length < HEADER_BYTES || MAGIC.some((sign, i) => bytes[i] !== sign)) {
    throw rangeError(fn, 'bytes', 'be a model file', bytes.length < HEADER_BYTES ? `${bytes.length} bytes` : 'others')
  }
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = header.getUint32(AT.version, true)
  if (version !== FORMAT_VERSION) throw rangeError(fn, 'bytes', `be of format version ${FORMAT_VERSION}`, version)
  const size = header.getFloat64(AT.size, true)
  if (size !== bytes.length) throw rangeError(fn, 'bytes.length', `be ${size}, as the file says`, bytes.length)
  const expected = header.getUint32(AT.checksum, true)
  const found = checksum(bytes.subarray(CHECKED_FROM))
  if (found !== expected) throw rangeError(fn, 'bytes', `have the checksum ${expected}, as the file says`, found)
  return parsed(fn, bytes, header.getUint32(AT.description, true))
}

function parsed(fn: string, bytes: Uint8Array, length: number): Description {
  if (length > bytes.length - HEADER_BYTES) throw rangeError(fn, 'bytes', 'hold its whole description', length)
  if (length > MOST_DESCRIPTION_BYTES) {
    throw rangeError(fn, 'bytes', `hold a description of at most ${MOST_DESCRIPTION_BYTES} bytes`, length)
  }
  let description: unknown
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(HEADER_BYTES, HEADER_BYTES + length))
    description = JSON.parse(text)
  } catch (cause) {
    throw rangeError(fn, 'bytes', 'hold a description in JSON', String(cause))
  }
  if (!isDescription(description)) {
    throw rangeError(fn, 'bytes', 'hold the description of a model', describeValue(description))
  }
  return { ...description, start: aligned(HEADER_BYTES + length) }
}

interface Place {
  readonly at: number
  readonly type: ElementType
  readonly length: number
}

/** Where each array lies; they follow one another and must end with the file. */
function placesOf(fn: string, bytes: Uint8Array, { arrays, start }: Description): Map<string, Place> {
  const places = new Map<string, Place>()
  let at = start
  for (const { name, type, length } of arrays) {
    places.set(name, { at, type, length })
    at += aligned(length * ELEMENT_TYPES[type].BYTES_PER_ELEMENT)
    if (at > bytes.length) throw rangeError(fn, `bytes.${name}.length`, 'fit into the file', length)
  }
  if (at !== bytes.length) throw rangeError(fn, 'bytes.length', `be ${at}, where its arrays end`, bytes.length)
  return places
}
