import type { Catalog } from './catalog.js'
import type { Id, IdIndex } from './id-index.js'
import type { Transactions } from './transactions.js'

/**
 * Some lines of an order log, in the order given, as a log of its own: customers, products and orders without a line left
 * are gone from its indexes, the others keep their order.
 *
 * O(lines + ids) time and memory.
 * @param lines positions of lines in `orders`
 * @example selectLines(orders, Int32Array.of(0, 2))
 */
export function selectLines<C extends Id, P extends Id, O extends Id>(
  orders: Transactions<C, P, O>,
  lines: Int32Array,
): Transactions<C, P, O> {
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
    ...(orders.catalog && product && { catalog: selectProducts(orders.catalog, product.index, product.kept) }),
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
  const renumbered = new Int32Array(index.ids.length).fill(-1)
  for (let i = 0; i < lines.length; i++) renumbered[codes[lines[i]!]!] = 0
  const kept = Int32Array.from(renumbered.keys()).filter((position) => renumbered[position] === 0)
  kept.forEach((old, position) => (renumbered[old] = position))
  const picked = new Int32Array(lines.length)
  for (let i = 0; i < lines.length; i++) picked[i] = renumbered[codes[lines[i]!]!]!
  return { index: { ids: Array.from(kept, (old) => index.ids[old]!) }, codes: picked, kept }
}

function selectProducts<P extends Id>(catalog: Catalog<P>, products: IdIndex<P>, kept: Int32Array): Catalog<P> {
  return {
    products,
    attributes: catalog.attributes.map((attribute) =>
      attribute.kind === 'number'
        ? { ...attribute, values: Float64Array.from(kept, (old) => attribute.values[old]!) }
        : { ...attribute, values: Array.from(kept, (old) => attribute.values[old]) },
    ),
  }
}
