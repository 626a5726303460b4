import { rowTask } from '@clientele/compute'
import type { Csr } from '@clientele/core'
import type { BlockMaker } from './blocks.js'
import { copyCsr } from './copy-csr.js'
import { compactLists, roomForLists } from './found-lists.js'
import { recommenderKernels } from './kernels/library.js'
import type { Profile } from './profile.js'
import { copySummedRows, summedRowsBytes, type SummedRows } from './summed-rows.js'

/** Scores that are sums of a matrix's rows, each times a factor: kernels make them for many customers at once. */
export interface RowSums {
  /** One column per product. */
  readonly rows: SummedRows
  /** The rows to be added up for somebody with this history, ascending, and their factors. */
  readonly termsOf: (profile: Profile) => Profile
}

/** What {@link sumMaker} makes lists of. */
export interface SumLists {
  /** What the lists name as their source. */
  readonly source: string
  readonly sums: RowSums
  /** The history of the asked-for customer of this number; `undefined` for an unknown one. */
  readonly profileAt: (number: number) => Profile | undefined
  /** Per product: whether it may not be recommended. */
  readonly refused: Uint8Array
  readonly includeSeen: boolean
  /** Only products that score above this are recommended. */
  readonly above: number
  readonly n: number
}

/** Customers whose histories and lists are in the arena at one time, at most, and places of their lists. */
const CHUNK = 4096
const PLACES = 2 ** 20
/** Customers of one block of work. */
const BLOCK_ROWS = 32

const NOBODY: Profile = { items: new Int32Array(0), values: new Float64Array(0) }

/**
 * Makes blocks of lists with the kernels of `best-of-sums`: the same products and bits as one list at a time.
 *
 * Holds the rows, and for up to 4,096 customers their histories and lists, while a block is made.
 */
export function sumMaker({ source, sums, profileAt, refused, includeSeen, above, n }: SumLists): BlockMaker {
  const columns = sums.rows.columns
  const length = Math.min(n, columns)
  return {
    rows: Math.max(1, Math.min(CHUNK, Math.floor(PLACES / length))),
    *make(engine, start, count) {
      const known = Array.from({ length: count }, (_, r) => profileAt(start + r))
      const profiles = known.map((profile) => profile ?? NOBODY)
      const terms = listsOf(known.map((profile) => (profile === undefined ? NOBODY : sums.termsOf(profile))))
      const seen = includeSeen ? listsOf(profiles.map(() => NOBODY)) : listsOf(profiles)
      const scratch = [
        { scratch: 'f64', length: columns + length },
        { scratch: 'i32', length },
      ] as const
      engine.arena.require(
        'recommendAll',
        summedRowsBytes(sums.rows) +
          summedRowsBytes(terms) +
          summedRowsBytes(seen) +
          count * length * 12 +
          columns * (1 + 8 * engine.threads),
      )
      const scope = engine.arena.scope('recommendAll')
      try {
        const added = yield* copyCsr(scope, terms)
        const { kernel, regions } = yield* copySummedRows(scope, sums.rows)
        const struck = [scope.copy(seen.offsets), scope.copy(seen.indices), scope.copy(refused)]
        const found = roomForLists(scope, count, length)
        const args = [...added, ...regions, columns, ...struck, above, length, ...found, ...scratch]
        yield rowTask(engine, recommenderKernels, kernel, args, { rows: count, blockRows: BLOCK_ROWS })
        const { offsets, indices: items, values: scores } = compactLists(found, count, length)
        return { start, offsets, items, scores, sources: new Uint8Array(items.length), sourceNames: [source] }
      } finally {
        scope.close()
      }
    },
  }
}

/** Profiles as the rows of a sparse matrix. */
function listsOf(profiles: readonly Profile[]): Csr {
  const offsets = new Int32Array(profiles.length + 1)
  profiles.forEach(({ items }, r) => (offsets[r + 1] = offsets[r]! + items.length))
  const indices = new Int32Array(offsets[profiles.length]!)
  const values = new Float64Array(indices.length)
  profiles.forEach((profile, r) => {
    indices.set(profile.items, offsets[r])
    values.set(profile.values, offsets[r])
  })
  return { rows: profiles.length, columns: 0, offsets, indices, values }
}
