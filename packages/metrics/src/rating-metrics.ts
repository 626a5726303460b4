import {
  checkAllFinite,
  checkIndices,
  checkLength,
  checkList,
  checkNumber,
  compensatedSum,
  rangeError,
} from '@clientele/core'

/** How far predicted ratings are from those given. */
export interface RatingErrors {
  /** Root of the mean squared error, in units of a rating. */
  readonly rmse: number
  /** Mean absolute error, in units of a rating. */
  readonly mae: number
  /** Mean squared error, in squared units. */
  readonly mse: number
  /**
   * Coefficient of determination: 1 is perfect, 0 as good as always predicting the mean, negative worse. Where all
   * ratings are equal: 1 when all predictions are exact, else 0.
   */
  readonly r2: number
  /** As `r2`, but a constant shift of all predictions is forgiven. */
  readonly explainedVariance: number
}

/** Errors over all predictions, and averaged over users. */
export interface RatingMetrics extends RatingErrors {
  /** Ratings that were predicted. */
  readonly predictions: number
  /** Share of the ratings that were predicted, in [0, 1]. */
  readonly coverage: number
  /** With `users`: the mean over users of each user's errors, so that users with many ratings do not outweigh others. */
  readonly perUser?: RatingErrors & {
    /** Users with at least one prediction. */
    readonly users: number
  }
}

/** Whose ratings they are. */
export interface RatingOptions {
  /** The user of each rating, as integers from 0: errors are then also averaged over users. */
  readonly users?: ArrayLike<number>
}

/**
 * Errors of predicted ratings: RMSE, MAE, MSE, R² and explained variance, over all ratings and, with `users`, as means
 * over users; and the share of ratings that could be predicted at all.
 *
 * A rating without a prediction (`undefined`) is left out of the errors and lowers the coverage. O(ratings).
 * @param actual ratings given, at least one
 * @param predicted one prediction per rating, or `undefined` where the model has none
 * @throws RangeError when lengths differ, a number is not finite, or nothing was predicted
 * @see Herlocker, Konstan, Terveen, Riedl (2004), "Evaluating Collaborative Filtering Recommender Systems", ACM TOIS 22
 * @example ratingMetrics([4, 2, 5], [3, 2, undefined]) // { rmse: 0.707, mae: 0.5, …, coverage: 0.667 }
 */
export function ratingMetrics(
  actual: ArrayLike<number>,
  predicted: ArrayLike<number | undefined>,
  { users }: RatingOptions = {},
): RatingMetrics {
  checkList('ratingMetrics', 'actual', actual)
  checkLength('ratingMetrics', 'predicted', predicted, actual.length, 'rating')
  checkAllFinite('ratingMetrics', 'actual', actual)
  const known: number[] = []
  for (let i = 0; i < predicted.length; i++) {
    if (predicted[i] === undefined) continue
    checkNumber('ratingMetrics', `predicted[${i}]`, predicted[i])
    known.push(i)
  }
  if (known.length === 0) throw rangeError('ratingMetrics', 'predicted', 'hold at least one prediction', known.length)
  const errors = (ratings: readonly number[]) => {
    return ratingErrors(
      Float64Array.from(ratings, (i) => actual[i]!),
      Float64Array.from(ratings, (i) => predicted[i]!),
    )
  }
  return {
    ...errors(known),
    predictions: known.length,
    coverage: known.length / actual.length,
    ...(users && { perUser: meansOverUsers(actual, users, known, errors) }),
  }
}

function meansOverUsers(
  actual: ArrayLike<number>,
  users: ArrayLike<number>,
  known: readonly number[],
  errors: (ratings: readonly number[]) => RatingErrors,
): RatingErrors & { readonly users: number } {
  checkLength('ratingMetrics', 'users', users, actual.length, 'rating')
  checkIndices('ratingMetrics', 'users', users, Infinity)
  const ratings = new Map<number, number[]>()
  for (const i of known) {
    const own = ratings.get(users[i]!)
    if (own === undefined) ratings.set(users[i]!, [i])
    else own.push(i)
  }
  const all = Array.from(ratings.values(), errors)
  const mean = (of: (each: RatingErrors) => number) => compensatedSum(all.map(of)) / all.length
  return {
    rmse: mean(({ rmse }) => rmse),
    mae: mean(({ mae }) => mae),
    mse: mean(({ mse }) => mse),
    r2: mean(({ r2 }) => r2),
    explainedVariance: mean(({ explainedVariance }) => explainedVariance),
    users: all.length,
  }
}

function ratingErrors(actual: Float64Array, predicted: Float64Array): RatingErrors {
  const n = actual.length
  const errors = actual.map((rating, i) => rating - predicted[i]!)
  const mse = compensatedSum(errors.map((error) => error * error)) / n
  const variance = varianceOf(actual)
  return {
    rmse: Math.sqrt(mse),
    mae: compensatedSum(errors.map(Math.abs)) / n,
    mse,
    r2: explained(mse, variance),
    explainedVariance: explained(varianceOf(errors), variance),
  }
}

function explained(left: number, variance: number): number {
  if (variance === 0) return left === 0 ? 1 : 0
  return 1 - left / variance
}

function varianceOf(values: Float64Array): number {
  const mean = compensatedSum(values) / values.length
  return compensatedSum(values.map((value) => (value - mean) ** 2)) / values.length
}
