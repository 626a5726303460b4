export { archetypes, spendingLevels, type Archetype, type SpendingLevel } from './archetypes.js'
export { categories, type Category } from './categories.js'
export { generateShop, type Shop, type ShopOrders, type ShopTruth } from './generate-shop.js'
export type { ShopOptions } from './shop-options.js'
