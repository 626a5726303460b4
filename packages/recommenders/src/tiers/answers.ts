import type { Id, IdIndex } from '@clientele/core'
import type { Explanation } from '../explanations/explanation.js'
import type { ScratchRows } from './scratch-rows.js'
import type { Standing, Tier } from './standing.js'

/** The score of one product by the tier that it belongs to; `undefined` when no tier knows it. */
export function scoreOf(standing: Standing, position: number): number | undefined {
  return placeOf(standing, position)?.score
}

/** The scores of all products, each by the tier that it belongs to; 0 for one that no tier knows. */
export function allScores({ tiers }: Standing, length: number, scratch: ScratchRows): Float64Array {
  const scores = new Float64Array(length).fill(-Infinity)
  const row = scratch.take()
  for (let t = tiers.length - 1; t >= 0; t--) {
    const { above, scoreAll } = tiers[t]!
    scoreAll(row)
    for (let position = 0; position < length; position++) {
      if (row[position]! > above || scores[position] === -Infinity) scores[position] = row[position]!
    }
  }
  scratch.give([row])
  return scores.map((score) => (score === -Infinity ? 0 : score))
}

/** What the score of one product is made of; `undefined` when no tier knows it. */
export function explanationOf<P extends Id>(
  standing: Standing<P>,
  position: number,
  { ids }: IdIndex<P>,
): Explanation<P> | undefined {
  const place = placeOf(standing, position)
  if (place === undefined) return undefined
  const { tier, score } = place
  const fallback = tier.instead?.(position)
  return {
    item: ids[position]!,
    score,
    source: tier.source,
    ...tier.explain(position),
    ...(fallback && { fallback }),
  }
}

/** The tier that a product belongs to: the first that would recommend it, otherwise the last that knows it. */
function placeOf<P extends Id>(
  { tiers }: Standing<P>,
  position: number,
): { readonly tier: Tier<P>; readonly score: number } | undefined {
  let last: { readonly tier: Tier<P>; readonly score: number } | undefined
  for (const tier of tiers) {
    const score = tier.scoreOne(position)
    if (score > tier.above) return { tier, score }
    if (score !== -Infinity) last = { tier, score }
  }
  return last
}
