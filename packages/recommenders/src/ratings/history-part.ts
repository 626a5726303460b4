import type { Id, IdIndex } from '@clientele/core'
import type { PartWithoutShare } from '../explanations/explanation.js'
import type { Profile } from '../profile.js'
import type { Move } from './estimate-scorer.js'

/** What a product of the history that was heard is called in explanations. */
export function historyPart<P extends Id>({ ids }: IdIndex<P>): (move: Move, profile: Profile) => PartWithoutShare<P> {
  return ({ row, weight, contribution }, { items, values }) => ({
    kind: 'history',
    item: ids[row]!,
    value: values[items.indexOf(row)]!,
    similarity: weight,
    contribution,
  })
}
