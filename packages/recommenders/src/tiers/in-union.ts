import { positionOf, type Id, type IdIndex } from '@clientele/core'
import { ScratchRows } from './scratch-rows.js'
import type { Standing, Tier } from './standing.js'

/**
 * What turns standings over a model's products into standings over those of a combination, which holds them all. Where the
 * products are the same ones in the same order, standings stay as they are. O(products) once, and once more for each scoring.
 */
export function intoUnion<P extends Id>(own: IdIndex<P>, union: IdIndex<P>): (standing: Standing<P>) => Standing<P> {
  if (own.ids.length === union.ids.length && own.ids.every((id, position) => union.ids[position] === id)) {
    return (standing) => standing
  }
  const scratch = new ScratchRows(own.ids.length)
  const toUnion = Int32Array.from(own.ids, (id) => positionOf(union, id))
  const toOwn = Int32Array.from(union.ids, (id) => positionOf(own, id))
  const widened = (tier: Tier<P>): Tier<P> => ({
    ...tier,
    scoreAll(into) {
      const row = scratch.take()
      tier.scoreAll(row)
      into.fill(-Infinity)
      for (let position = 0; position < row.length; position++) into[toUnion[position]!] = row[position]!
      scratch.give([row])
    },
    scoreOne: (position) => (toOwn[position]! < 0 ? -Infinity : tier.scoreOne(toOwn[position]!)),
    explain: (position) => tier.explain(toOwn[position]!),
    ...(tier.instead && { instead: (position) => tier.instead!(toOwn[position]!) }),
  })
  return ({ seen, tiers }) => ({ seen: seen.map((position) => toUnion[position]!), tiers: tiers.map(widened) })
}
