import { checkInteger, positionOf, rangeError, typeError, type Id, type IdIndex } from '@clientele/core'

/** How many products are wanted and which may be among them: one type for every model and every combination. */
export interface RecommendOptions<P extends Id = Id> {
  /** Length of the list, at least 1; default 10. It is shorter only when fewer products are eligible. */
  readonly n?: number
  /** Whether products of the customer's own history may be recommended; default `false`. */
  readonly includeSeen?: boolean
  /** Only these products, of which at least one must be known to the model; an empty list allows none. */
  readonly among?: readonly P[] | ReadonlySet<P>
  /** None of these products; those the model does not know make no difference. */
  readonly exclude?: readonly P[] | ReadonlySet<P>
  /** Only products for which this is true. It is asked while products are selected, in any order. */
  readonly where?: (item: P) => boolean
}

/** The options of one call, checked and turned to positions. */
export interface Rules {
  readonly n: number
  readonly includeSeen: boolean
  /** Whether the rules allow a product, by position; absent when they allow every one. */
  readonly allows?: (position: number) => boolean
}

const REFUSED = 1
const ALLOWED = 2

/**
 * Checks the options of one call and makes them quick to ask.
 *
 * O(products) time and bytes when a rule is given, O(1) otherwise.
 * @param fn the calling function, named in errors
 */
export function rulesOf<P extends Id>(fn: string, options: RecommendOptions<P>, products: IdIndex<P>): Rules {
  const { n = 10, includeSeen = false, among, exclude, where } = options
  checkInteger(fn, 'n', n, { min: 1 })
  if (typeof includeSeen !== 'boolean') throw typeError(fn, 'includeSeen', 'be true or false', includeSeen)
  if (where !== undefined && typeof where !== 'function') throw typeError(fn, 'where', 'be a function', where)
  if (among === undefined && exclude === undefined && where === undefined) return { n, includeSeen }
  const verdicts = new Uint8Array(products.ids.length)
  if (among !== undefined) allowOnly(verdicts, knownPositions(fn, 'among', among, products))
  for (const position of knownPositions(fn, 'exclude', exclude ?? [], products)) verdicts[position] = REFUSED
  const allows = (position: number) => {
    if (verdicts[position] === 0) verdicts[position] = (where?.(products.ids[position]!) ?? true) ? ALLOWED : REFUSED
    return verdicts[position] === ALLOWED
  }
  return { n, includeSeen, allows }
}

function allowOnly(verdicts: Uint8Array, allowed: readonly number[]): void {
  verdicts.fill(REFUSED)
  for (const position of allowed) verdicts[position] = 0
}

/** A list of which no product is known is a mistake (numbers given for texts, say), unless it only excludes. */
function knownPositions(
  fn: string,
  name: 'among' | 'exclude',
  items: readonly Id[] | ReadonlySet<Id>,
  products: IdIndex,
): number[] {
  const isList = Array.isArray(items) || items instanceof Set
  if (!isList) throw typeError(fn, name, 'be an array or a Set of items', items)
  const given = Array.from<Id>(items)
  const known = given.map((item) => positionOf(products, item)).filter((position) => position >= 0)
  if (name === 'among' && known.length === 0 && given.length > 0) {
    throw rangeError(fn, name, 'name at least one item that the model knows', given[0])
  }
  return known
}
