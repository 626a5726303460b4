/**
 * The name of a feature.
 *
 * | name | what it is | with one order |
 * |---|---|---|
 * | `totalSpending` | sum of amounts | |
 * | `spendingPerOrder` | total spending ÷ orders | |
 * | `orders` | distinct orders | 1 |
 * | `shoppingDays` | distinct calendar days with an order | 1 |
 * | `tenure` | calendar days from the first order to `asOf` | |
 * | `daysBetweenPurchases` | mean calendar days from one shopping day to the next | days from it to `asOf`: the gap is at least that |
 * | `timeBetweenPurchases` | (last moment − first moment) ÷ orders, in days of 24 hours | 0 |
 * | `gapVariation` | standard deviation of the days between shopping days ÷ their mean: 0 is regular | 0, as for two shopping days |
 * | `weekendShare` | share of orders on Saturdays and Sundays | |
 * | `totalQuantity` | units; needs quantities | |
 * | `spendingPerItem` | total spending ÷ units, 0 for no units; needs quantities | |
 * | `meanPrice` | mean over lines of amount ÷ units, lines without units left out; needs quantities | |
 * | `distinctProducts` | different products; needs products | |
 * | `distinctCategories` | different categories; needs a catalogue | |
 * | `discount` | 1 − paid ÷ list price, over all lines; 0 where the list price is 0; needs `listAmount` | |
 * | `channelShares` | share of orders by channel, a column each (`channelShares.online`); needs `channel` | |
 * | `categoryShares` | share of spending by category, a column each (`categoryShares.Books`); 0 where spending is 0 or less; needs a catalogue | |
 */
export type BehaviourFeature =
  | 'totalSpending'
  | 'spendingPerOrder'
  | 'orders'
  | 'shoppingDays'
  | 'tenure'
  | 'daysBetweenPurchases'
  | 'timeBetweenPurchases'
  | 'gapVariation'
  | 'weekendShare'
  | 'totalQuantity'
  | 'spendingPerItem'
  | 'meanPrice'
  | 'distinctProducts'
  | 'distinctCategories'
  | 'discount'
  | 'channelShares'
  | 'categoryShares'
