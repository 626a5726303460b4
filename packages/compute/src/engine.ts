import { Arena } from './arena.js'
import { hasSimd, isScratch, moduleOf, type KernelArgument, type KernelLibrary } from './kernel-library.js'
import type { Region } from './region.js'

/** Which form of the kernels runs: compiled, or the plain TypeScript twins. */
export type KernelForm = 'wasm' | 'twin'

type Kernel = (...args: number[]) => void

/**
 * An arena and the kernels that work on it, in this thread.
 * @example
 * const engine = new Engine()
 * const scope = engine.arena.scope('example')
 */
export class Engine {
  /** The memory that the kernels work on. */
  readonly arena: Arena
  private readonly instances = new Map<KernelLibrary, WebAssembly.Exports>()

  /**
   * @param shared whether workers may see the memory
   * @param form compiled kernels where the machine has WebAssembly SIMD, by default; `'twin'` runs the plain ones
   * @param threads how many threads run kernels at the same time, each with scratch memory of its own
   */
  constructor(
    readonly shared = false,
    readonly form: KernelForm = hasSimd() ? 'wasm' : 'twin',
    readonly threads = 1,
  ) {
    this.arena = new Arena(shared)
  }

  /**
   * Runs a kernel on the rows from `start` up to, not including, `end`.
   * @throws RangeError when its scratch memory does not fit; WebAssembly.RuntimeError when a compiled kernel traps
   * @example engine.call(library, 'scale', [points, columns, 2], 0, rows)
   */
  call(library: KernelLibrary, kernel: string, args: readonly KernelArgument[], start: number, end: number): void {
    if (!args.some(isScratch)) {
      this.run(library, kernel, args as readonly (number | Region)[], start, end)
      return
    }
    const scope = this.arena.scope(kernel)
    try {
      const placed = args.map((arg) => (isScratch(arg) ? scope.room(arg.scratch, arg.length) : arg))
      this.run(library, kernel, placed, start, end)
    } finally {
      scope.close()
    }
  }

  /**
   * A kernel with its arguments, none of them scratch memory, to be called with rows again and again: for calls so small that making
   * them ready takes as long. Holds until the scope of a region among them is closed.
   * @returns {@link call} for the rows from `start` up to, not including, `end`
   * @example const lower = engine.bind(library, 'lowerDistances', [points, columns, center, distances])
   */
  bind(
    library: KernelLibrary,
    kernel: string,
    args: readonly (number | Region)[],
  ): (start: number, end: number) => void {
    if (this.form === 'twin') return (start, end) => this.run(library, kernel, args, start, end)
    const numbers = [...args.map(numberOf), 0, 0]
    const compiled = this.compiled(library, kernel)
    return (start, end) => {
      numbers[args.length] = start
      numbers[args.length + 1] = end
      compiled(...numbers)
    }
  }

  private run(library: KernelLibrary, kernel: string, args: readonly (number | Region)[], start: number, end: number) {
    if (this.form === 'twin') {
      library.twins[kernel]!(...args.map((arg) => (typeof arg === 'number' ? arg : arg.view())), start, end)
    } else {
      const numbers = args.map(numberOf)
      numbers.push(start, end)
      this.compiled(library, kernel)(...numbers)
    }
  }

  private compiled(library: KernelLibrary, kernel: string): Kernel {
    let exports = this.instances.get(library)
    if (exports === undefined) {
      const imports = { env: { memory: this.arena.memory as WebAssembly.Memory } }
      exports = new WebAssembly.Instance(moduleOf(library, this.shared), imports).exports
      this.instances.set(library, exports)
    }
    return exports[kernel] as Kernel
  }
}

/** What a compiled kernel is handed for an argument. */
function numberOf(arg: number | Region): number {
  return typeof arg === 'number' ? arg : arg.address
}

let local: Engine | undefined

/**
 * The engine that work without a pool uses: made at the first call, one for the thread.
 * @example run(kmeansSteps(localEngine(), points, k))
 */
export function localEngine(): Engine {
  local ??= new Engine()
  return local
}
