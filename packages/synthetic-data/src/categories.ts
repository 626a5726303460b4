/** A category of products. */
export interface Category {
  /** What the category is called; the catalogue says it of each product. */
  readonly name: string
  /** Weight in the assortment and in the customers' average taste; weights need not add up to 1. */
  readonly share: number
  /** Lowest and highest price of a product, in the shop's currency. */
  readonly prices: readonly [lowest: number, highest: number]
  /** What its products are called after the adjective ("Amber Lamp"); default the category's name. */
  readonly nouns?: readonly string[]
}

/** The categories of a shop unless others are given. */
export const categories: readonly Category[] = [
  {
    name: 'Home',
    share: 0.3,
    prices: [8, 240],
    nouns: [
      'Lamp',
      'Mug',
      'Kettle',
      'Cushion',
      'Candle',
      'Vase',
      'Clock',
      'Basket',
      'Blanket',
      'Teapot',
      'Mirror',
      'Tray',
    ],
  },
  {
    name: 'Clothing',
    share: 0.25,
    prices: [12, 180],
    nouns: ['Scarf', 'Jacket', 'Shirt', 'Jumper', 'Hat', 'Gloves', 'Socks', 'Coat', 'Apron', 'Belt'],
  },
  {
    name: 'Books',
    share: 0.2,
    prices: [5, 45],
    nouns: ['Atlas', 'Cookbook', 'Novel', 'Journal', 'Almanac', 'Guide', 'Anthology', 'Sketchbook'],
  },
  {
    name: 'Beauty',
    share: 0.15,
    prices: [4, 90],
    nouns: ['Soap', 'Balm', 'Lotion', 'Perfume', 'Brush', 'Oil', 'Shampoo', 'Cream'],
  },
  {
    name: 'Electronics',
    share: 0.1,
    prices: [20, 800],
    nouns: ['Radio', 'Headphones', 'Speaker', 'Charger', 'Camera', 'Keyboard', 'Watch', 'Torch'],
  },
]
