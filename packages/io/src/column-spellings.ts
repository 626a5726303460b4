/** What a column of an order log can stand for. */
export type ColumnRole =
  'customer' | 'order' | 'product' | 'description' | 'time' | 'quantity' | 'price' | 'amount' | 'category' | 'country'

/** Spellings of one role in tiers: those of the first tier that the file has are preferred to all later ones. */
export type Tiers = readonly (readonly string[])[]

/**
 * How the columns of order logs are usually called (Online Retail, Shopify, WooCommerce, Olist, REES46, dunnhumby, H&M, …),
 * without regard to case, blanks, punctuation and accents. The order of the roles matters: a column that one role has taken
 * is not offered to those after it.
 */
export const columnSpellings: Readonly<Record<ColumnRole, Tiers>> = {
  customer: [
    ['customer unique id'],
    ['customer id', 'customer no', 'customer number', 'customer code', 'customer key', 'cust id', 'cust no'],
    ['client id', 'client no', 'client number', 'buyer id', 'shopper id', 'member id', 'household key', 'visitor id'],
    ['customer', 'client', 'buyer', 'shopper', 'member'],
    ['user id', 'account id', 'user', 'account'],
    ['customer email', 'email', 'email address', 'billing email'],
  ],
  time: [
    ['order purchase timestamp'],
    ['order date', 'invoice date', 'purchase date', 'transaction date', 'sale date', 'sales date'],
    ['order time', 'order datetime', 'order timestamp', 'purchase time', 'transaction time', 'transaction timestamp'],
    ['ordered at', 'purchased at', 'order created at', 'event time'],
    ['created at', 'date created', 'created'],
    ['datetime', 'timestamp'],
    ['date', 't dat'],
    ['time'],
  ],
  order: [
    ['order id', 'invoice id', 'transaction id', 'basket id', 'receipt id'],
    ['invoice', 'invoice no', 'invoice number', 'order no', 'order number', 'transaction no', 'transaction number'],
    ['receipt no', 'receipt number', 'bill no', 'bill number', 'ticket number'],
    ['order', 'transaction', 'receipt', 'basket'],
  ],
  product: [
    ['product id', 'item id', 'article id'],
    [
      'stock code',
      'product code',
      'item code',
      'article code',
      'product no',
      'product number',
      'item no',
      'item number',
    ],
    ['article no', 'article number', 'asin'],
    ['sku', 'product sku', 'item sku', 'lineitem sku', 'variant sku'],
    ['product', 'item', 'article'],
    ['product name', 'item name', 'article name', 'lineitem name'],
  ],
  description: [
    ['product name', 'item name', 'article name', 'lineitem name', 'product title', 'item title'],
    ['description', 'product description', 'item description'],
    ['title', 'product', 'item'],
  ],
  quantity: [
    ['quantity', 'qty'],
    [
      'quantity ordered',
      'ordered quantity',
      'order quantity',
      'order item quantity',
      'item quantity',
      'lineitem quantity',
    ],
    ['quantity sold', 'sold quantity', 'units', 'units sold', 'pieces'],
  ],
  price: [
    ['unit price', 'price per unit', 'price each', 'item price', 'lineitem price', 'order item price'],
    ['price', 'sale price', 'sales price', 'selling price', 'product price'],
  ],
  amount: [
    ['line total', 'line amount', 'line value', 'line revenue', 'lineitem total', 'item total', 'extended price'],
    ['sales', 'revenue', 'sales amount', 'sales value', 'net sales', 'turnover'],
  ],
  category: [
    ['category', 'product category', 'item category', 'category name', 'product category name'],
    ['department', 'product type', 'product group', 'product line', 'category code', 'category id'],
  ],
  country: [['country', 'country name'], ['customer country'], ['shipping country'], ['billing country']],
}

/**
 * Spellings of money that may be a line's or a whole order's: taken for the amount only where quantity and price are not
 * both there, because an order's total repeated on each of its lines would count many times.
 */
export const looseAmounts: Tiers = [
  ['amount', 'total amount', 'total price', 'net amount', 'payment value'],
  ['total', 'subtotal', 'order total', 'order value', 'value'],
]
