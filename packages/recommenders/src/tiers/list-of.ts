import { ranksBefore } from '@clientele/core'
import type { QuotaPlaces } from '../rules/quotas.js'
import type { Rules } from '../rules/rules.js'
import { selectBest } from '../select-best.js'
import type { ScratchRows } from './scratch-rows.js'
import type { Standing } from './standing.js'

/** One product of a list. */
export interface Choice {
  /** Its position in the recommender's `products`. */
  readonly position: number
  readonly score: number
  /** The tag of the quota that it fills, otherwise its tier's source. */
  readonly source: string
  /** Number of its tier. */
  readonly tier: number
}

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
    draft.fill(rules.n - draft.choices.length)
  } finally {
    draft.close()
  }
  return rules.quotas === undefined ? draft.choices : draft.choices.sort(inOrder)
}

function inOrder(a: Choice, b: Choice): number {
  if (a.tier !== b.tier) return a.tier - b.tier
  return ranksBefore(a.score, a.position, b.score, b.position) ? -1 : 1
}

/** How many more candidates than places are looked at first, and after each time that they did not suffice. */
const DEEPER = 4

/** A list in the making. */
class Draft {
  readonly choices: Choice[] = []
  /** Scores by tier, of the tiers that were needed; -Infinity for what is seen or taken. */
  private readonly rows: Float64Array[] = []
  /** How many of each group are taken. */
  private readonly inGroup = new Map<number, number>()

  constructor(
    private readonly standing: Standing,
    private readonly rules: Rules,
    private readonly scratch: ScratchRows,
  ) {}

  /** Fills places with the best that fit, those of a quota with its products alone. */
  fill(places: number, quota?: QuotaPlaces): void {
    const until = this.choices.length + places
    for (let tier = 0; tier < this.standing.tiers.length && this.choices.length < until; tier++) {
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
    const { above } = this.standing.tiers[tier]!
    const { groups, allows } = this.rules
    const scores = this.row(tier)
    const places = until - this.choices.length
    let selection = { n: groups === undefined ? places : DEEPER * places, allows, among: quota?.positions }
    for (;;) {
      const best = selectBest(scores, above, selection)
      const count = best.indices.length
      for (let rank = 0; rank < count && this.choices.length < until; rank++) {
        this.take(tier, best.indices[rank]!, best.scores[rank]!, quota?.tag)
      }
      if (this.choices.length === until || count < selection.n) return
      const fits = (position: number) => (allows?.(position) ?? true) && this.hasRoom(position)
      selection = { ...selection, n: DEEPER * selection.n, allows: fits }
    }
  }

  private hasRoom(position: number): boolean {
    const { groups } = this.rules
    const group = groups?.groupAt(position) ?? 0
    return groups === undefined || group === 0 || (this.inGroup.get(group) ?? 0) < groups.max
  }

  private take(tier: number, position: number, score: number, tag: string | undefined): void {
    if (!this.hasRoom(position)) return
    const group = this.rules.groups?.groupAt(position) ?? 0
    if (group > 0) this.inGroup.set(group, (this.inGroup.get(group) ?? 0) + 1)
    for (const row of this.rows) row[position] = -Infinity
    this.choices.push({ position, score, source: tag ?? this.standing.tiers[tier]!.source, tier })
  }

  /** A tier's scores: worked out when they are first needed. Tiers are needed in their order. */
  private row(tier: number): Float64Array {
    const known = this.rows[tier]
    if (known !== undefined) return known
    const row = this.scratch.take()
    this.rows.push(row)
    this.standing.tiers[tier]!.scoreAll(row)
    if (!this.rules.includeSeen) for (const position of this.standing.seen) row[position] = -Infinity
    for (const { position } of this.choices) row[position] = -Infinity
    return row
  }
}
