import { ranksBefore } from '@clientele/core'
import type { Rules } from '../rules/rules.js'

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

/** A list in the making: what is taken, and what limits of groups still let in. */
export class Choices {
  /** In the order in which they were taken. */
  readonly taken: Choice[] = []
  /** How many of each group are taken. */
  private readonly inGroup = new Map<number, number>()

  constructor(private readonly groups: Rules['groups']) {}

  /** Whether the group of a product has room. */
  hasRoom(position: number): boolean {
    if (this.groups === undefined) return true
    const group = this.groups.groupAt(position)
    return group === 0 || (this.inGroup.get(group) ?? 0) < this.groups.max
  }

  /** Takes a product if its group has room; whether it was taken. */
  take(choice: Choice): boolean {
    if (!this.hasRoom(choice.position)) return false
    const group = this.groups?.groupAt(choice.position) ?? 0
    if (group > 0) this.inGroup.set(group, (this.inGroup.get(group) ?? 0) + 1)
    this.taken.push(choice)
    return true
  }

  /** What was taken, best first: by tier, then by score, of equal ones by the lower position. */
  inOrder(): Choice[] {
    return this.taken.sort((a, b) =>
      a.tier === b.tier && ranksBefore(b.score, b.position, a.score, a.position) ? 1 : a.tier - b.tier || -1,
    )
  }
}

/** How many more candidates than places are looked at first, where a limit of groups may refuse some. */
export const DEEPER = 4
