/** What the pool tells a worker. All but the first two are answered, with the same id. */
export type ToWorker =
  /** The shared memory; a worker without it makes one of its own and is sent copies. */
  | { readonly type: 'memory'; readonly memory: WebAssembly.Memory }
  | { readonly type: 'library'; readonly library: number; readonly module: WebAssembly.Module }
  | Question

/** A message that wants an answer. */
export type Question =
  /** Take blocks from the counter at `control` until none is left or the flag behind it is set. */
  | (RunMessage & { readonly type: 'run'; readonly control: number })
  /** Have at least so many bytes of memory. */
  | { readonly type: 'reserve'; readonly id: number; readonly bytes: number }
  /** Put a copy at an address. */
  | { readonly type: 'load'; readonly id: number; readonly address: number; readonly bytes: Uint8Array<ArrayBuffer> }
  /** Do one block of rows on the worker's own memory. */
  | (RunMessage & { readonly type: 'block'; readonly block: number })
  /** Send a copy of so many bytes back. */
  | { readonly type: 'fetch'; readonly id: number; readonly address: number; readonly length: number }

/** A kernel to run, with its arguments as numbers. */
export interface RunMessage {
  readonly id: number
  readonly library: number
  readonly kernel: string
  readonly args: readonly number[]
  readonly rows: number
  readonly blockRows: number
}

/** What a worker answers: that a message is done, with a copy when it asked for one, or why it failed. */
export interface FromWorker {
  readonly id: number
  readonly error?: string
  readonly bytes?: Uint8Array<ArrayBuffer>
}
