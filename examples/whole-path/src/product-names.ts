import { catalogAttribute, positionOf, type Id, type Transactions } from '@clientele/core'

/** What people call a product: its name where the orders know one, otherwise its id. */
export function productNames({ catalog }: Transactions): (product: Id) => string {
  const names = catalog && catalogAttribute(catalog, 'name')?.values
  return (product) => {
    const name = catalog && names?.[positionOf(catalog.products, product)]
    return name === undefined ? String(product) : String(name)
  }
}
