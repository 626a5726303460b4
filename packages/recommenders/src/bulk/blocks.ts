import { localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { run, type Id, type Steps, type Task } from '@clientele/core'
import type { Rules } from '../rules/rules.js'
import type { Choice } from '../tiers/choices.js'

/**
 * The lists of some customers as flat arrays: the list of the block's r-th customer is the elements `offsets[r]` to
 * `offsets[r + 1] - 1` of `items`, `scores` and `sources`. Plain data: survives `structuredClone` and `postMessage`.
 */
export interface RecommendationBlock {
  /** Number of the block's first customer among all that were asked for. */
  readonly start: number
  /** One more than the block has customers. */
  readonly offsets: Int32Array
  /** Positions in the recommender's `products`, best first. */
  readonly items: Int32Array
  /** The score of each, as `recommend` gives it. */
  readonly scores: Float64Array
  /** Where each comes from: positions in `sourceNames`. */
  readonly sources: Uint8Array
  /** What `source` of a recommendation would say. */
  readonly sourceNames: readonly string[]
}

/** What makes the lists of the customers from number `start` on, `count` of them, and how many it makes at a time. */
export interface BlockMaker {
  readonly rows: number
  readonly make: (engine: Engine, start: number, count: number) => Steps<RecommendationBlock>
}

/**
 * The maker of some customers' lists under rules, where a recommender has a faster way than one list at a time, which `listAt` is: the
 * same lists.
 */
export type FastMaker<C extends Id> = (
  customers: readonly C[],
  rules: Rules,
  listAt: (number: number) => readonly Choice[],
) => BlockMaker | undefined

/** The lists of `total` customers, made and yielded a block at a time, in this thread. */
export function* blocksOf(total: number, { rows, make }: BlockMaker): Generator<RecommendationBlock, void, void> {
  for (let start = 0; start < total; start += rows) {
    yield run(make(localEngine(), start, Math.min(rows, total - start)))
  }
}

/** {@link blocksOf} as steps of somebody else's work, who takes the blocks. */
export function* blockSteps(
  total: number,
  { rows, make }: BlockMaker,
  take: (block: RecommendationBlock) => void,
): Steps<void> {
  for (let start = 0; start < total; start += rows) {
    yield { stage: 'recommend', done: start, total }
    take(yield* make(localEngine(), start, Math.min(rows, total - start)))
  }
}

/** {@link blocksOf} on a pool of workers: the same blocks. Between two blocks nothing is held. */
export async function* blocksOfAsync(
  total: number,
  { rows, make }: BlockMaker,
  options: PooledOptions,
): AsyncGenerator<RecommendationBlock, void, void> {
  for (let start = 0; start < total; start += rows) {
    const count = Math.min(rows, total - start)
    yield await onPool('recommendAllAsync', options, function* (engine) {
      const block = yield* make(engine, start, count)
      yield { stage: 'recommend', done: start + count, total }
      return block
    })
  }
}

/** Customers per block: some kilobytes of answers, some milliseconds of work. */
const BLOCK = 256
/** Customers between whose lists other work of the thread finds its moment. */
const PIECE = 16

/** Does something for each of a block's customers, some at a time. */
export function forEachCustomer(count: number, each: (r: number) => void): Task {
  return {
    blocks: Math.ceil(count / PIECE),
    runBlock(piece) {
      const end = Math.min(count, (piece + 1) * PIECE)
      for (let r = piece * PIECE; r < end; r++) each(r)
    },
  }
}

/** Makes blocks of the lists that `listOf` gives for one asked-for customer at a time: what every recommender can do. */
export function listMaker(listOf: (number: number) => readonly Choice[]): BlockMaker {
  return {
    rows: BLOCK,
    *make(_, start, count) {
      const lists: (readonly Choice[])[] = []
      yield forEachCustomer(count, (r) => lists.push(listOf(start + r)))
      return { start, ...flatten(lists) }
    },
  }
}

function flatten(lists: readonly (readonly Choice[])[]): Omit<RecommendationBlock, 'start'> {
  const offsets = new Int32Array(lists.length + 1)
  lists.forEach((list, r) => (offsets[r + 1] = offsets[r]! + list.length))
  const all = lists.flat()
  const sourceNames = [...new Set(all.map(({ source }) => source))]
  return {
    offsets,
    items: Int32Array.from(all, ({ position }) => position),
    scores: Float64Array.from(all, ({ score }) => score),
    sources: Uint8Array.from(all, ({ source }) => sourceNames.indexOf(source)),
    sourceNames,
  }
}
