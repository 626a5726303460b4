import { productFact, type Catalog, type Id } from '@clientele/core'
import type { Explanation, PopularityPart } from './explanation.js'
import { plainName } from './plain-name.js'

/** How an explanation is worded. */
export interface DescribeOptions {
  /** The attribute of the catalogue that holds what people call a product; default `'name'`. */
  readonly attribute?: string
}

/** More causes than this tire the reader. */
const MOST_CAUSES = 3

/**
 * An explanation as an English half-sentence for a customer: "because you bought Blue mug and Tea towel".
 *
 * Names the three products with the largest contributions above 0; similar customers are counted, never named. The answer is
 * plain text on one line, whatever the names hold: HTML, Markdown, addresses, controls, escape sequences of terminals and marks that
 * change the direction of writing are taken out of them, and long ones are cut at 80 characters.
 * @param catalog where names are looked up; a product without a name goes by its id
 * @throws RangeError when there is a catalogue and it lacks the attribute
 * @example describe(model.explain('c-17', 'p-4')!, orders.catalog) // 'because you bought Blue mug and Tea towel'
 */
export function describe<P extends Id>(
  explanation: Explanation<P>,
  catalog?: Catalog<P>,
  { attribute = 'name' }: DescribeOptions = {},
): string {
  const nameOf = (item: P) =>
    plainName((catalog && productFact(catalog, item, attribute)) ?? item) || plainName(item) || 'a product'
  const causes = explanation.parts.filter(({ contribution }) => contribution > 0)
  const bought = causes.flatMap((part) => (part.kind === 'history' ? [nameOf(part.item)] : []))
  if (bought.length > 0) return `because you bought ${listed(bought.slice(0, MOST_CAUSES))}`
  const alike = causes.filter(({ kind }) => kind === 'neighbour').length
  if (alike > 0)
    return `because ${alike === 1 ? 'a customer' : `${alike} customers`} with a history like yours bought it`
  const popular = causes.find((part) => part.kind === 'popularity')
  if (popular !== undefined) return `because ${popularityText(popular)}`
  const isRated = causes.some((part) => part.kind === 'level' && part.of === 'product')
  return isRated ? 'because of how it is rated' : 'because it is in the range'
}

/** Counts are named where they are counts of customers, lines or units; money and shares are nobody's business. */
function popularityText({ by, contribution, recent, perSegment, perCategory }: PopularityPart): string {
  const among = perSegment ? ' with customers like you' : ''
  if (recent) return `it has been popular${among} lately`
  if (perCategory) return `it is popular${among} among products of its kind`
  if (perSegment || by === 'revenue') return `it is popular${among}`
  const count = contribution.toLocaleString('en-US', { maximumFractionDigits: 1 })
  const one = contribution === 1
  if (by === 'customers') return one ? '1 customer bought it' : `${count} customers bought it`
  if (by === 'lines') return one ? 'it was bought once' : `it was bought ${count} times`
  if (by === 'quantity') return one ? '1 was sold' : `${count} were sold`
  return `it sells ${count} at a time`
}

/** "A", "A and B", "A, B and C" */
function listed(names: readonly string[]): string {
  const last = names.at(-1)!
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
