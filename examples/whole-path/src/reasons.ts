import type { Id } from '@clientele/core'
import type { ExplanationPart, Recommendation } from '@clientele/recommenders'
import type { Models } from './fit-models.js'

/** Why a product is recommended. */
export interface Reasons {
  /** Products of the customer's history that speak for it, the strongest first, three at most. */
  readonly because: readonly Id[]
  /** Customers who bought it, where popularity is the reason. */
  readonly buyers: number | undefined
}

const CAUSES = 3

/** The reasons for a product that {@link Models.combined} recommended to a customer. */
export function reasonsFor(models: Models, customer: Id, { item, source }: Recommendation): Reasons {
  const model = source === models.personal.name ? models.personal : models.popularity
  const parts = (model.explain(customer, item)?.parts ?? []).slice(0, CAUSES)
  return { because: parts.flatMap(productOf), buyers: parts.find(({ kind }) => kind === 'popularity')?.contribution }
}

function productOf(part: ExplanationPart): Id[] {
  return part.kind === 'history' ? [part.item] : []
}
