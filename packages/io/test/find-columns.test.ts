import { expect, test } from 'vitest'
import { DataError, columnRoles, findColumns } from '../src/index.js'
import { errorOf } from './bytes.js'

test('finds the columns of Online Retail II', () => {
  const names = ['Invoice', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'Price', 'Customer ID', 'Country']
  expect(findColumns(names)).toEqual({
    customer: 'Customer ID',
    time: 'InvoiceDate',
    order: 'Invoice',
    product: 'StockCode',
    description: 'Description',
    quantity: 'Quantity',
    price: 'Price',
    country: 'Country',
  })
})

test.each([
  [
    'the first edition of Online Retail',
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
    'CustomerID,InvoiceDate,InvoiceNo,StockCode,Description,Quantity,UnitPrice,,,Country',
  ],
  [
    'a synthetic shop',
    'transaction_id,customer_id,product_id,purchase_date,quantity,price',
    'customer_id,purchase_date,transaction_id,product_id,,quantity,price,,,',
  ],
  [
    'a database dump',
    'id,order_id,created_at,user_id,sku,product_name,category_name,qty,unit_price,line_total',
    'user_id,created_at,order_id,sku,product_name,qty,unit_price,line_total,category_name,',
  ],
  [
    'Shopify',
    'Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Total,Shipping Country,Billing Country',
    'Email,Created at,,Lineitem sku,Lineitem name,Lineitem quantity,Lineitem price,,,Shipping Country',
  ],
  [
    'Superstore',
    'Row ID,Order ID,Order Date,Ship Date,Customer ID,Customer Name,Country,Product ID,Category,Product Name,Sales,Quantity',
    'Customer ID,Order Date,Order ID,Product ID,Product Name,Quantity,,Sales,Category,Country',
  ],
  [
    'Olist',
    'order_id,customer_id,customer_unique_id,order_purchase_timestamp,product_id,price,payment_value,product_category_name',
    'customer_unique_id,order_purchase_timestamp,order_id,product_id,,,price,payment_value,product_category_name,',
  ],
  ['CDNOW', 'customer,date,quantity,amount', 'customer,date,,,,quantity,,amount,,'],
])('finds the columns of %s', (_, header, expected) => {
  const found = findColumns(header.split(','))
  const order = [
    'customer',
    'time',
    'order',
    'product',
    'description',
    'quantity',
    'price',
    'amount',
    'category',
    'country',
  ]
  expect(order.map((role) => found[role as 'time'] ?? '').join()).toBe(expected)
  expect(columnRoles.toSorted()).toEqual(order.toSorted())
})

test('case, blanks, punctuation and accents do not matter', () => {
  expect(findColumns(['CUSTOMER-ID', 'ínvoice.date', 'Line   Total '])).toEqual({
    customer: 'CUSTOMER-ID',
    time: 'ínvoice.date',
    amount: 'Line   Total ',
  })
})

test('an order total repeated on each line is not taken for the amount where quantity and price are there', () => {
  const names = ['customer', 'date', 'quantity', 'price', 'total_amount']
  expect(findColumns(names)).not.toHaveProperty('amount')
  expect(findColumns(names, { amount: 'total_amount' })).toMatchObject({ amount: 'total_amount' })
  expect(findColumns(['customer', 'date', 'quantity', 'total_amount'])).toMatchObject({ amount: 'total_amount' })
})

test('given columns win, also over a spelling, and one column may be given for two roles', () => {
  const given = { customer: '__proto__', product: 'Titel', description: 'Titel' }
  expect(findColumns(['customer_id', '__proto__', 'date', 'amount', 'Titel'], given)).toEqual({
    customer: '__proto__',
    product: 'Titel',
    description: 'Titel',
    time: 'date',
    amount: 'amount',
  })
})

test('a column that one role has taken is not guessed for another', () => {
  expect(findColumns(['customer', 'date', 'amount', 'product'])).toMatchObject({ product: 'product' })
  expect(findColumns(['customer', 'date', 'amount', 'product'])).not.toHaveProperty('description')
})

test('what cannot be found is asked for by name, with the columns that are there', () => {
  const error = errorOf(() => findColumns(['Kunde', 'Datum\n', 'Betrag']))
  expect(error).toBeInstanceOf(DataError)
  expect(error.message).toBe(
    'findColumns: customer must be given by name, as no column is spelled like "Customer ID" among "Kunde", "Datum\\n", ' +
      '"Betrag", got undefined',
  )
  expect(() => findColumns(['customer'])).toThrow('findColumns: time must be given by name')
  expect(() => findColumns(['customer', 'date', 'price'])).toThrow(
    'findColumns: amount (or quantity and price) must be given by name, as no column is spelled like "Line Total" among ' +
      '"customer", "date", "price", got undefined',
  )
})

test('two columns that could be one role are an error, unless one is given', () => {
  const names = ['Customer ID', 'customer_id', 'date', 'amount']
  const error = errorOf(() => findColumns(names))
  expect(error).toBeInstanceOf(DataError)
  expect(error.message).toBe(
    'findColumns: customer must be given by name, as "Customer ID", "customer_id" could all be meant, got undefined',
  )
  expect(findColumns(names, { customer: 'customer_id' }).customer).toBe('customer_id')
})

test('wrong arguments are no fault of the file', () => {
  const names = ['customer', 'date', 'amount']
  const unknown = errorOf(() => findColumns(names, { customer: 'x' }))
  expect(unknown).not.toBeInstanceOf(DataError)
  expect(unknown.message).toBe(
    'findColumns: customer must be a column of the file ("customer", "date", "amount"), got "x"',
  )
  expect(() => findColumns(names, { buyer: 'customer' } as never)).toThrow(
    'findColumns: given must name roles (customer,',
  )
  expect(() => findColumns(names, { customer: 3 } as never)).toThrow(TypeError)
})
