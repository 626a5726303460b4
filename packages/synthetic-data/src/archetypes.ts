/** The month of every rate: 30 days, in milliseconds. */
export const MONTH = 30 * 86_400_000

/** A kind of customer by how they come and go. Rates are constant for as long as a customer stays. */
export interface Archetype {
  /** What the kind is called, such as "lapsed". */
  readonly name: string
  /** Weight among the archetypes; weights need not add up to 1. */
  readonly share: number
  /** Mean orders in 30 days after the first order, while the customer stays. */
  readonly ordersPerMonth: number
  /** Chance rate of leaving for good, per 30 days: a customer stays 1 / dropoutPerMonth months on average; 0 never leaves. */
  readonly dropoutPerMonth: number
}

/** The archetypes of a shop unless others are given. */
export const archetypes: readonly Archetype[] = [
  { name: 'frequent', share: 0.2, ordersPerMonth: 2.5, dropoutPerMonth: 0.01 },
  { name: 'regular', share: 0.3, ordersPerMonth: 1, dropoutPerMonth: 0.02 },
  { name: 'occasional', share: 0.3, ordersPerMonth: 0.3, dropoutPerMonth: 0.03 },
  { name: 'lapsed', share: 0.2, ordersPerMonth: 1, dropoutPerMonth: 0.4 },
]

/** How much a customer takes of what they pick. */
export interface SpendingLevel {
  /** What the level is called. */
  readonly name: string
  /** Weight among the levels; weights need not add up to 1. */
  readonly share: number
  /** Mean units of a product each time it is picked, at least 1. */
  readonly units: number
}

/** The spending levels of a shop unless others are given. */
export const spendingLevels: readonly SpendingLevel[] = [
  { name: 'low', share: 0.2, units: 1 },
  { name: 'medium', share: 0.6, units: 1.5 },
  { name: 'high', share: 0.2, units: 2.5 },
]
