import { forEachCustomer, type BlockMaker, type RecommendationBlock } from './blocks.js'
import type { Choice } from '../tiers/choices.js'

/**
 * Makes blocks as another maker does, and the lists in them that do not do once more, one at a time.
 * @param does whether the list of a customer, by number, may stay as the other maker made it
 * @param listAt the list that takes its place
 */
export function filledUp(
  { rows, make }: BlockMaker,
  does: (number: number, items: Int32Array) => boolean,
  listAt: (number: number) => readonly Choice[],
): BlockMaker {
  return {
    rows,
    *make(engine, start, count) {
      const block = yield* make(engine, start, count)
      const again = new Map<number, readonly Choice[]>()
      yield forEachCustomer(count, (r) => {
        const items = block.items.subarray(block.offsets[r], block.offsets[r + 1])
        if (!does(start + r, items)) again.set(r, listAt(start + r))
      })
      return again.size === 0 ? block : withLists(block, again)
    },
  }
}

/** The block with some lists in place of its own. */
function withLists(block: RecommendationBlock, lists: ReadonlyMap<number, readonly Choice[]>): RecommendationBlock {
  const count = block.offsets.length - 1
  const offsets = new Int32Array(count + 1)
  for (let r = 0; r < count; r++) {
    offsets[r + 1] = offsets[r]! + (lists.get(r)?.length ?? block.offsets[r + 1]! - block.offsets[r]!)
  }
  const [items, scores] = [new Int32Array(offsets[count]!), new Float64Array(offsets[count]!)]
  const sources = new Uint8Array(offsets[count]!)
  const sourceNames = [...block.sourceNames]
  for (let r = 0; r < count; r++) {
    const list = lists.get(r)
    if (list === undefined) {
      const [from, to] = [block.offsets[r]!, block.offsets[r + 1]!]
      items.set(block.items.subarray(from, to), offsets[r])
      scores.set(block.scores.subarray(from, to), offsets[r])
      sources.set(block.sources.subarray(from, to), offsets[r])
    } else {
      list.forEach(({ position, score, source }, rank) => {
        const at = offsets[r]! + rank
        if (!sourceNames.includes(source)) sourceNames.push(source)
        items[at] = position
        scores[at] = score
        sources[at] = sourceNames.indexOf(source)
      })
    }
  }
  return { start: block.start, offsets, items, scores, sources, sourceNames }
}
