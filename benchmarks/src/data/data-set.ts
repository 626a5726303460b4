import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/** Numbers with a shape, such as rows and columns. */
export interface ShapedArray {
  readonly values: Float32Array | Float64Array | Int32Array
  readonly shape: readonly number[]
}

/** Data that is made once, from a seed, and read by both sides. */
export interface DataSet {
  readonly name: string
  /** Counts up when `make` changes, so that what lies in caches is made anew. */
  readonly version: number
  make(): Readonly<Record<string, ShapedArray>>
}

/** What `header.json` says of each array: `FILE` holds the numbers as they lie in memory, and `type` is NumPy's word. */
interface Header {
  readonly arrays: Readonly<Record<string, { readonly file: string; readonly type: Type; readonly shape: number[] }>>
}

const TYPES = { float32: Float32Array, float64: Float64Array, int32: Int32Array }
type Type = keyof typeof TYPES

/** The folder in the cache that holds a data set, made now if it is not there yet. A folder that is there is complete. */
export function dataFolder(cache: string, { name, version, make }: DataSet): string {
  const folder = join(cache, 'data', `${name}-${version}`)
  if (existsSync(folder)) return folder
  const arrays = make()
  mkdirSync(join(cache, 'data'), { recursive: true })
  const unfinished = mkdtempSync(`${folder}.tmp-`)
  const header = Object.entries(arrays).map(([array, { values, shape }]) => {
    const file = `${array}.bin`
    writeFileSync(join(unfinished, file), new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    return [array, { file, type: typeOf(values), shape }] as const
  })
  writeFileSync(join(unfinished, 'header.json'), `${JSON.stringify({ arrays: Object.fromEntries(header) }, null, 2)}\n`)
  renameSync(unfinished, folder)
  return folder
}

/** The arrays of a data set, from its folder: each is read into the place where it stays. */
export function readData(folder: string): Record<string, ShapedArray> {
  const { arrays } = JSON.parse(readFileSync(join(folder, 'header.json'), 'utf8')) as Header
  return Object.fromEntries(
    Object.entries(arrays).map(([array, { file, type, shape }]) => {
      const values = new TYPES[type](shape.reduce((product, length) => product * length, 1))
      readInto(join(folder, file), new Uint8Array(values.buffer))
      return [array, { values, shape }]
    }),
  )
}

function readInto(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'r')
  try {
    // One call reads at most 2 GB.
    for (let at = 0, read = 1; at < bytes.length && read > 0; at += read) {
      read = readSync(file, bytes, at, Math.min(bytes.length - at, 2 ** 30), at)
    }
  } finally {
    closeSync(file)
  }
}

function typeOf(values: ShapedArray['values']): Type {
  return (Object.keys(TYPES) as Type[]).find((type) => values instanceof TYPES[type])!
}
