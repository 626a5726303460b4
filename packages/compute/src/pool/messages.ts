/** What the pool tells a worker. */
export type ToWorker =
  /** The shared memory; a worker without it makes one of its own and is sent copies. */
  | { readonly type: 'memory'; readonly memory: WebAssembly.Memory }
  | { readonly type: 'library'; readonly name: string; readonly module: WebAssembly.Module }
  /** Take blocks from the counter at `control` until none is left or the flag behind it is set. */
  | (RunMessage & { readonly type: 'run'; readonly control: number })
  /** Copies to put at their addresses. */
  | { readonly type: 'load'; readonly pieces: readonly Piece[] }
  /** One block of rows on the worker's own memory. */
  | (RunMessage & { readonly type: 'block'; readonly block: number })
  /** Send copies back. */
  | { readonly type: 'fetch'; readonly id: number; readonly pieces: readonly { address: number; bytes: number }[] }

export interface RunMessage {
  readonly id: number
  readonly library: string
  readonly kernel: string
  readonly args: readonly number[]
  readonly rows: number
  readonly blockRows: number
}

/** Bytes and the address they belong to. */
export interface Piece {
  readonly address: number
  readonly bytes: Uint8Array
}

/** What a worker answers: that a message is done, with copies when it asked for them, or why it failed. */
export interface FromWorker {
  readonly id: number
  readonly error?: string
  readonly pieces?: readonly Piece[]
}
