import type { Catalog } from './catalog.js'
import { checkIndices } from './checks.js'
import type { Id, IdIndex } from './id-index.js'
import type { Transactions } from './transactions.js'

/**
 * Some lines of an order log, in the order given, as a log of its own: customers, products and orders without a line left
 * are gone from its indexes, the others keep their order. A catalogue of exactly these products shrinks with them, any other
 * stays whole.
 *
 * O(lines + ids) time and memory.
 * @param lines positions of lines in `orders`; a position may come more than once
 * @throws RangeError when a position is outside the log
 * @example selectLines(orders, Int32Array.of(0, 2))
 */
export function selectLines<C extends Id, P extends Id, O extends Id>(
  orders: Transactions<C, P, O>,
  lines: Int32Array,
): Transactions<C, P, O> {
  checkIndices('selectLines', 'lines', lines, orders.size)
  const customer = compact(orders.customers, orders.customer, lines)
  const product = orders.products && orders.product && compact(orders.products, orders.product, lines)
  const order = orders.orders && orders.order && compact(orders.orders, orders.order, lines)
  return {
    size: lines.length,
    customers: customer.index,
    customer: customer.codes,
    time: pick(orders.time, lines),
    amount: pick(orders.amount, lines),
    ...(product && { products: product.index, product: product.codes }),
    ...(order && { orders: order.index, order: order.codes }),
    ...(orders.quantity && { quantity: pick(orders.quantity, lines) }),
    ...(orders.catalog && { catalog: selectProducts(orders, orders.catalog, product) }),
  }
}

function pick(column: Float64Array, lines: Int32Array): Float64Array {
  const picked = new Float64Array(lines.length)
  for (let i = 0; i < lines.length; i++) picked[i] = column[lines[i]!]!
  return picked
}

interface Compacted<I extends Id> {
  readonly index: IdIndex<I>
  readonly codes: Int32Array
  /** New position → old position. */
  readonly kept: Int32Array
}

/** Renumbers the codes of the chosen lines so that only ids in use remain, in their old order. */
function compact<I extends Id>(index: IdIndex<I>, codes: Int32Array, lines: Int32Array): Compacted<I> {
  const isUsed = new Uint8Array(index.ids.length)
  for (let i = 0; i < lines.length; i++) isUsed[codes[lines[i]!]!] = 1
  const renumbered = new Int32Array(isUsed.length)
  const kept = new Int32Array(isUsed.length)
  const ids: I[] = []
  for (let old = 0; old < isUsed.length; old++) {
    if (isUsed[old] === 0) continue
    renumbered[old] = ids.length
    kept[ids.length] = old
    ids.push(index.ids[old]!)
  }
  const picked = new Int32Array(lines.length)
  for (let i = 0; i < lines.length; i++) picked[i] = renumbered[codes[lines[i]!]!]!
  return { index: { ids }, codes: picked, kept: kept.slice(0, ids.length) }
}

function selectProducts<P extends Id>(
  { products }: Transactions<Id, P>,
  catalog: Catalog<P>,
  selected: Compacted<P> | undefined,
): Catalog<P> {
  if (selected === undefined || catalog.products.ids !== products?.ids) return catalog
  const { index, kept } = selected
  const attributes = catalog.attributes.map((attribute) =>
    attribute.kind === 'number'
      ? { ...attribute, values: Float64Array.from(kept, (old) => attribute.values[old]!) }
      : { ...attribute, values: Array.from(kept, (old) => attribute.values[old]) },
  )
  return { products: index, attributes }
}
