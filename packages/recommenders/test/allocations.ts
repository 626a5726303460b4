const TYPED_ARRAYS = [
  'Uint8Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'Uint8ClampedArray',
] as const
/** Methods of typed arrays that answer with a new one. */
const COPYING = ['slice', 'map', 'filter', 'toSorted', 'toReversed', 'with'] as const

/**
 * The bytes of array buffers and typed arrays that some work takes in all, those that it lets go of again too: constructors, `from`,
 * `of` and the methods that copy are watched meanwhile. Plain arrays that `Array.from` makes count 8 bytes an element. Not seen are texts and entries of a `Map`.
 * @returns what the work gives or throws, and the bytes
 */
export function allocatedBy<T>(work: () => T): {
  readonly bytes: number
  readonly value?: T
  readonly error?: unknown
} {
  let bytes = 0
  const restore = watched((more) => (bytes += more))
  try {
    const value = work()
    return { bytes, value }
  } catch (error) {
    return { bytes, error }
  } finally {
    restore()
  }
}

function watched(count: (bytes: number) => void): () => void {
  const undo: (() => void)[] = []
  const replace = (owner: object, name: string, by: unknown) => {
    const was = Object.getOwnPropertyDescriptor(owner, name)!
    Object.defineProperty(owner, name, { ...was, value: by })
    undo.push(() => Object.defineProperty(owner, name, was))
  }
  const counting = <F extends object>(make: F, bytesOf: (made: any, given: unknown) => number) =>
    new Proxy(make, {
      construct(target, given, newTarget) {
        const made = Reflect.construct(
          target as any,
          given,
          newTarget === replaced.get(target) ? (target as any) : newTarget,
        )
        count(bytesOf(made, given[0]))
        return made as object
      },
    })
  const replaced = new Map<object, unknown>()
  for (const name of ['ArrayBuffer', ...TYPED_ARRAYS] as const) {
    const own = globalThis[name]
    const proxy = counting(own, (made, given) => (given instanceof ArrayBuffer ? 0 : made.byteLength))
    replaced.set(own, proxy)
    replace(globalThis, name, proxy)
  }
  const shared = Object.getPrototypeOf(Uint8Array.prototype)
  for (const name of COPYING) {
    const own = shared[name]
    replace(shared, name, function (this: Uint8Array, ...given: unknown[]) {
      const made = own.apply(this, given)
      count(made.byteLength)
      return made
    })
  }
  const from = Array.from
  replace(Array, 'from', (...given: Parameters<typeof Array.from>) => {
    const made = from.apply(Array, given)
    count(8 * made.length)
    return made
  })
  return () => undo.reverse().forEach((each) => each())
}
