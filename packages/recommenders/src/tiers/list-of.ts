import type { QuotaPlaces } from '../rules/quotas.js'
import type { Rules } from '../rules/rules.js'
import { selectBest } from '../select-best.js'
import { Choices, DEEPER, type Choice } from './choices.js'
import type { ScratchRows } from './scratch-rows.js'
import type { Standing } from './standing.js'

/**
 * The list that the rules make of what a recommender says of somebody, best first: by tier, then by score, of equal ones by the
 * lower position.
 *
 * Quotas come first, in their order, then the places that are left; each is filled from the first tier as far as that goes, then
 * from the next. Limits of groups hold throughout. Every step takes the best product that is still free and fits, so the list has
 * `n` products whenever there are `n` that fit together (a greedy choice is never shorter than another, since groups are a
 * matroid). O(products) time for each tier that is needed, and for each quota its products.
 */
export function listOf(standing: Standing, rules: Rules, scratch: ScratchRows): Choice[] {
  const draft = new Draft(standing, rules, scratch)
  try {
    for (const quota of rules.quotas ?? []) draft.fill(quota.places, quota)
    draft.fill(rules.n - draft.choices.taken.length)
  } finally {
    draft.close()
  }
  return draft.choices.inOrder()
}

/** A list in the making, and the scores that it is made of. */
class Draft {
  readonly choices: Choices
  /** Scores by tier, of the tiers that were needed; -Infinity for what is seen or taken. */
  private readonly rows: Float64Array[] = []

  constructor(
    private readonly standing: Standing,
    private readonly rules: Rules,
    private readonly scratch: ScratchRows,
  ) {
    this.choices = new Choices(rules.groups)
  }

  /** Fills places with the best that fit, those of a quota with its products alone. */
  fill(places: number, quota?: QuotaPlaces): void {
    const { taken } = this.choices
    const until = taken.length + places
    for (let tier = 0; tier < this.standing.tiers.length && taken.length < until; tier++) {
      this.fillFrom(tier, until, quota)
    }
  }

  close(): void {
    this.scratch.give(this.rows)
  }

  /**
   * Without groups the best are taken as they come. With them more are looked at than there are places; where those do not suffice,
   * again more, of the groups that have room.
   */
  private fillFrom(tier: number, until: number, quota: QuotaPlaces | undefined): void {
    const { above, source } = this.standing.tiers[tier]!
    const { groups, allows } = this.rules
    const { choices } = this
    const scores = this.row(tier)
    const places = until - choices.taken.length
    let selection = { n: groups === undefined ? places : DEEPER * places, allows, among: quota?.positions }
    for (;;) {
      const best = selectBest(scores, above, selection)
      const count = best.indices.length
      for (let rank = 0; rank < count && choices.taken.length < until; rank++) {
        const choice = { position: best.indices[rank]!, score: best.scores[rank]!, source: quota?.tag ?? source, tier }
        if (choices.take(choice)) this.strike(choice.position)
      }
      if (choices.taken.length === until || count < selection.n) return
      const fits = (position: number) => (allows?.(position) ?? true) && choices.hasRoom(position)
      selection = { ...selection, n: DEEPER * selection.n, allows: fits }
    }
  }

  private strike(position: number): void {
    for (const row of this.rows) row[position] = -Infinity
  }

  /** A tier's scores: worked out when they are first needed. Tiers are needed in their order. */
  private row(tier: number): Float64Array {
    const known = this.rows[tier]
    if (known !== undefined) return known
    const row = this.scratch.take()
    this.rows.push(row)
    this.standing.tiers[tier]!.scoreAll(row)
    if (!this.rules.includeSeen) for (const position of this.standing.seen) row[position] = -Infinity
    for (const { position } of this.choices.taken) row[position] = -Infinity
    return row
  }
}
