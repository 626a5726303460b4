import type { Region } from './region.js'

/** What a kernel is handed: numbers as they are, regions by address (or, for a twin, as typed arrays), scratch memory. */
export type KernelArgument = number | Region | Scratch

/** Working memory of a kernel, one piece for each thread that runs it; its content is not kept between blocks. */
export interface Scratch {
  /** Type of its elements. */
  readonly scratch: 'f64' | 'f32' | 'i32'
  /** Number of elements. */
  readonly length: number
}

/** Whether an argument asks for working memory. */
export function isScratch(arg: KernelArgument): arg is Scratch {
  return typeof arg === 'object' && 'scratch' in arg
}

/** A kernel in plain TypeScript, with typed arrays where the compiled one has addresses; returns nothing. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each kernel has its own list of arguments
export type Twin = (...args: any[]) => void

/**
 * A package's kernels: the compiled module twice (for memory of one thread and for shared memory), and the twins that
 * explain them and stand in where WebAssembly SIMD is missing. The last two arguments of each kernel are a range of rows.
 *
 * Keep one object for the life of a program: it is compiled once for each.
 */
export interface KernelLibrary {
  /** Name of the package that owns the kernels. */
  readonly name: string
  /** The module that imports a plain memory, as base64. */
  readonly wasm: string
  /** The module that imports a shared memory, as base64. */
  readonly sharedWasm: string
  /** The kernels in plain TypeScript, by name. */
  readonly twins: Readonly<Record<string, Twin>>
}

/** The smallest module with vector instructions: a function that makes a vector of 16 zeros and takes its 32-bit sum apart. */
const SIMD_PROBE = 'AGFzbQEAAAABBQFgAAF7AwIBAAoKAQgAQQD9D/1iCw=='

/**
 * Whether this machine runs WebAssembly with 128-bit vectors. A page whose content security policy forbids compiling it does
 * not.
 * @example hasSimd() // true in Node 20 and in current browsers
 */
export function hasSimd(): boolean {
  simd ??= compiles(SIMD_PROBE)
  return simd
}

let simd: boolean | undefined

function compiles(wasm: string): boolean {
  try {
    return new WebAssembly.Module(fromBase64(wasm)) instanceof WebAssembly.Module
  } catch {
    return false
  }
}

/** The compiled module of a library, made once per kind of memory. */
export function moduleOf(library: KernelLibrary, shared: boolean): WebAssembly.Module {
  const cache = shared ? sharedModules : plainModules
  let module = cache.get(library)
  if (module === undefined) {
    module = new WebAssembly.Module(fromBase64(shared ? library.sharedWasm : library.wasm))
    cache.set(library, module)
  }
  return module
}

const plainModules = new WeakMap<KernelLibrary, WebAssembly.Module>()
const sharedModules = new WeakMap<KernelLibrary, WebAssembly.Module>()

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}
