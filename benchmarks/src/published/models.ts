import { interactionsOf, type Transactions } from '@clientele/core'
import { evaluate, ratingMetrics, type RecommendingModel } from '@clientele/metrics'
import { fitItemKnn, fitPopularity, fitUserKnn } from '@clientele/recommenders'
import { userAverage, type RatingModel } from './averages.js'
import { countedNeighbours } from './counted-neighbours.js'
import type { Fold } from './movielens.js'
import type { PublishedModel } from './row.js'

const HOW_TO = 'MyMediaLite, how to use the command line programs'
const EXPERIMENTS = 'MyMediaLite, example experiments'
const EIGHTY = 'user kNN, cosine, 80 neighbours'
type Ratings = Transactions<number, number>

/** RMSE and MAE of a model of ratings. */
const ratings =
  (fit: (train: Ratings) => RatingModel) =>
  ({ train, test }: Fold) => {
    const predict = fit(train)
    const { customers, customer, products, product, amount } = test
    const predicted = Array.from(customer, (user, line) =>
      predict(customers.ids[user]!, products!.ids[product![line]!]!),
    )
    const { rmse, mae } = ratingMetrics(amount, predicted)
    return { rmse, mae }
  }

/**
 * Ranking of all items that a user has not rated: who has a rated item in the test side is judged, every such item is relevant.
 * MAP and AUC rank all items of the train side.
 */
const ranking =
  (fit: (train: Ratings) => RecommendingModel<number>) =>
  ({ train, test }: Fold) => {
    const model = fit(train)
    const items = train.products!.ids
    const at = (k: number) => {
      return evaluate(model, { train, test }, { k, metrics: ['precision', 'recall'], resamples: 100 }).metrics
    }
    const whole = { k: items.length, metrics: ['map', 'auc'], candidates: items, resamples: 100 } as const
    const { map, auc } = evaluate(model, { train, test }, whole).metrics
    const [five, ten] = [at(5), at(10)]
    return {
      'precision@5': five.precision.mean,
      'precision@10': ten.precision.mean,
      'recall@5': five.recall.mean,
      'recall@10': ten.recall.mean,
      map: map.mean,
      auc: auc.mean,
    }
  }

const ones = (train: Ratings) => interactionsOf(train, { value: 'binary' })
const popularity = ranking((train) => fitPopularity(ones(train), { by: 'customers' }))
const eighty = ranking((train) => fitUserKnn(ones(train), { neighbors: 80 }))
const unpublished = { 'precision@10': undefined, 'recall@10': undefined, map: undefined, auc: undefined }

/** Every model that has a row. One that comes with `@clientele/recommenders` gets an entry here. */
export const publishedModels: readonly PublishedModel[] = [
  {
    model: 'UserAverage',
    source: HOW_TO,
    folds: 'u1',
    published: { rmse: '1.063', mae: '0.85019' },
    deterministic: true,
    measure: ratings(userAverage),
  },
  {
    // Equally popular items may come in any order: one hit more makes precision@10 0.30479.
    model: 'most popular',
    source: EXPERIMENTS,
    folds: 'u1',
    published: {
      'precision@5': '0.322',
      'precision@10': '0.30458',
      'recall@5': '0.0553',
      'recall@10': '0.09752',
      map: '0.18939',
      auc: '0.85478',
    },
    deterministic: false,
    measure: popularity,
  },
  {
    model: 'most popular',
    source: 'nobody',
    folds: 'all five',
    published: unpublished,
    deterministic: false,
    measure: popularity,
  },
  {
    model: 'item kNN, cosine, 50 neighbours',
    source: 'nobody',
    folds: 'all five',
    published: unpublished,
    deterministic: false,
    measure: ranking((train) => fitItemKnn(ones(train))),
  },
  {
    // Items that equally many neighbours have may come in any order.
    model: `${EIGHTY} that count alike`,
    source: HOW_TO,
    folds: 'u1',
    published: { 'precision@5': '0.52505', 'precision@10': '0.46776', auc: '0.91682' },
    deterministic: false,
    measure: ranking((train) => countedNeighbours(train, 80)),
  },
  { model: EIGHTY, source: 'nobody', folds: 'all five', published: unpublished, deterministic: false, measure: eighty },
  {
    model: 'most popular',
    source: EXPERIMENTS,
    folds: 'five random',
    published: {
      'precision@5': '0.21521',
      'precision@10': '0.19242',
      'recall@5': '0.071',
      'recall@10': '0.1154',
      map: '0.13581',
      auc: '0.86509',
    },
    deterministic: false,
    measure: popularity,
  },
  {
    model: EIGHTY,
    source: EXPERIMENTS,
    folds: 'five random',
    published: {
      'precision@5': '0.39745',
      'precision@10': '0.3335',
      'recall@5': '0.13804',
      'recall@10': '0.21776',
      map: '0.26809',
      auc: '0.92945',
    },
    deterministic: false,
    measure: eighty,
  },
]
