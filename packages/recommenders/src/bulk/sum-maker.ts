import { rowTask, type Engine } from '@clientele/compute'
import type { Csr, Steps } from '@clientele/core'
import { listMaker, type BlockMaker } from './blocks.js'
import { copyCsr } from '../copy-csr.js'
import { compactLists, roomForLists } from './found-lists.js'
import { recommenderKernels } from '../kernels/library.js'
import type { Profile } from '../profile.js'
import { ruledList, type BestProducts, type ListPlan } from './ruled-lists.js'
import type { Rules } from '../rules/rules.js'
import { copySummedRows, summedRowsBytes, type SummedRows } from '../sums/summed-rows.js'
import type { Choice } from '../tiers/choices.js'

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
  /** The histories of the asked-for customers from this number on, so many of them; `undefined` for an unknown one. */
  readonly profilesOf: (start: number, count: number) => readonly (Profile | undefined)[]
  /** Only products that score above this are recommended. */
  readonly above: number
  readonly rules: Rules
  /** What has to be known for a list. */
  readonly plan: ListPlan
  /** The list of the asked-for customer of this number, where what is known does not suffice. */
  readonly listAt: (number: number) => readonly Choice[]
}

/** Customers whose histories and lists are in the arena at one time, at most, and places of their lists. */
const CHUNK = 4096
const PLACES = 2 ** 20
/** Customers of one block of work. */
const BLOCK_ROWS = 32

const NOBODY: Profile = { items: new Int32Array(0), values: new Float64Array(0) }

/**
 * Makes blocks of lists with the kernels of `best-of-sums`: the same products and bits as one list at a time. Kernels find what the
 * plan asks for; quotas and limits of groups are then a matter of those few products, in this thread.
 *
 * Holds the rows, and for up to 4,096 customers their histories and lists, while a block is made.
 */
export function sumMaker(asked: SumLists): BlockMaker {
  const { source, rules, plan, listAt } = asked
  const places = plan.lists * plan.depth
  return {
    rows: Math.max(1, Math.min(CHUNK, Math.floor(PLACES / places))),
    *make(engine, start, count) {
      const { offsets, indices, values } = yield* bestOfAll(engine, asked, start, count)
      if (plan.lists === 1 && rules.groups === undefined) {
        const sources = new Uint8Array(indices.length)
        return { start, offsets, items: indices, scores: values, sources, sourceNames: [source] }
      }
      const bestAt = (list: number): BestProducts => ({
        positions: indices.subarray(offsets[list], offsets[list + 1]),
        scores: values.subarray(offsets[list], offsets[list + 1]),
      })
      const { make } = listMaker((number) => {
        const first = (number - start) * plan.lists
        const best = Array.from({ length: plan.lists }, (_, list) => bestAt(first + list))
        return ruledList(rules, plan, source, best) ?? listAt(number)
      })
      return yield* make(engine, start, count)
    },
  }
}

/** The lists of the plan for some customers, all lists of one after those of the one before. */
function* bestOfAll(
  engine: Engine,
  { sums, profilesOf, rules, above, plan: { lists, depth, refused } }: SumLists,
  start: number,
  count: number,
): Steps<ReturnType<typeof compactLists>> {
  const columns = sums.rows.columns
  const { terms, seen } = inputOf(profilesOf(start, count), sums.termsOf, rules.includeSeen)
  const scratch = [
    { scratch: 'f64', length: columns + depth },
    { scratch: 'i32', length: depth },
  ] as const
  engine.arena.require(
    'recommendAll',
    summedRowsBytes(sums.rows) +
      summedRowsBytes(terms) +
      (seen === terms ? 0 : summedRowsBytes(seen)) +
      count * lists * depth * 12 +
      columns * (1 + 8 * engine.threads),
  )
  const scope = engine.arena.scope('recommendAll')
  try {
    const added = yield* copyCsr(scope, terms)
    const { kernel, regions } = yield* copySummedRows(scope, sums.rows)
    const left = seen === terms ? added : [scope.copy(seen.offsets), scope.copy(seen.indices)]
    const struck = [left[0], left[1], scope.copy(refused)]
    const found = roomForLists(scope, count * lists, depth)
    const args = [...added, ...regions, columns, ...struck, above, depth, lists, ...found, ...scratch]
    yield rowTask(engine, recommenderKernels, kernel, args, { rows: count, blockRows: BLOCK_ROWS })
    return compactLists(found, count * lists, depth)
  } finally {
    scope.close()
  }
}

/** What is added up for each customer, and what is left out of their list: often the same, and then one matrix. */
function inputOf(
  known: readonly (Profile | undefined)[],
  termsOf: RowSums['termsOf'],
  includeSeen: boolean,
): { readonly terms: Csr; readonly seen: Csr } {
  const [terms, seen]: [Profile[], Profile[]] = [[], []]
  for (const profile of known) {
    terms.push(profile === undefined ? NOBODY : termsOf(profile))
    seen.push(profile === undefined || includeSeen ? NOBODY : profile)
  }
  const added = listsOf(terms)
  return { terms: added, seen: terms.every((list, r) => list === seen[r]) ? added : listsOf(seen) }
}

/** Profiles as the rows of a sparse matrix. */
function listsOf(profiles: readonly Profile[]): Csr {
  const offsets = new Int32Array(profiles.length + 1)
  for (let r = 0; r < profiles.length; r++) offsets[r + 1] = offsets[r]! + profiles[r]!.items.length
  const indices = new Int32Array(offsets[profiles.length]!)
  const values = new Float64Array(indices.length)
  for (let r = 0; r < profiles.length; r++) {
    indices.set(profiles[r]!.items, offsets[r])
    values.set(profiles[r]!.values, offsets[r])
  }
  return { rows: profiles.length, columns: 0, offsets, indices, values }
}
