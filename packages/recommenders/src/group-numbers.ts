import { typeError, type Id } from '@clientele/core'

/** Numbers groups as they come, from 1 on. */
export class GroupNumbers {
  private readonly numbers = new Map<Id, number>()

  /**
   * No group yet.
   * @param fn the calling function, named in errors
   * @param name the option whose function names the groups
   */
  constructor(
    private readonly fn: string,
    private readonly name: string,
  ) {}

  /** How many groups have come. */
  get size(): number {
    return this.numbers.size
  }

  /**
   * The number of a group; 0 for none (`undefined`, `null`, NaN).
   * @throws TypeError when it is neither text nor a number
   */
  numberOf(group: Id | null | undefined): number {
    if (group === undefined || group === null || Number.isNaN(group)) return 0
    if (typeof group !== 'string' && typeof group !== 'number') {
      throw typeError(this.fn, this.name, 'give a string, a number or undefined', group)
    }
    const known = this.numbers.get(group)
    if (known !== undefined) return known
    this.numbers.set(group, this.numbers.size + 1)
    return this.numbers.size
  }
}
