import { FOLDS, RANDOM_FOLDS, type Fold, type FoldName } from './movielens.js'

/** A figure that somebody has published, and how it is measured here. */
export interface PublishedModel {
  /** What the publication calls it. */
  readonly model: string
  /** Who published it, and where. */
  readonly source: string
  /** One fold, or the mean over all five, or over five random ones. */
  readonly folds: (typeof FOLDS)[number] | 'all five' | 'five random'
  /** Metric → the figure as text, so that its digits are known; `undefined` where only ours is told. */
  readonly published: Readonly<Record<string, string | undefined>>
  /** Whether nothing is left to chance, so that every published digit must come out. */
  readonly deterministic: boolean
  /** The metrics on one fold. */
  readonly measure: (fold: Fold) => Readonly<Record<string, number>>
}

/** One metric of a model, published beside measured. */
export interface PublishedRow {
  readonly model: string
  readonly source: string
  readonly folds: string
  readonly metric: string
  readonly published: string | undefined
  readonly measured: number
  /** Whether rounding the measured figure gives the published digits; `undefined` where it need not. */
  readonly exact: boolean | undefined
}

/** The rows of a model, measured on the folds that its publication used. */
export function rowsOf(entry: PublishedModel, fold: (name: FoldName) => Fold): PublishedRow[] {
  const { model, source, folds, published, deterministic, measure } = entry
  const measured = namesOf(folds).map((name) => measure(fold(name)))
  return Object.entries(published).map(([metric, figure]) => {
    const mean = measured.reduce((sum, metrics) => sum + metrics[metric]!, 0) / measured.length
    const exact = figure !== undefined && deterministic ? mean.toFixed(digitsOf(figure)) === figure : undefined
    return { model, source, folds, metric, published: figure, measured: mean, exact }
  })
}

function namesOf(folds: PublishedModel['folds']): readonly FoldName[] {
  if (folds === 'all five') return FOLDS
  return folds === 'five random' ? RANDOM_FOLDS : [folds]
}

function digitsOf(figure: string): number {
  return figure.split('.')[1]?.length ?? 0
}

/** The rows as a page. */
export function publishedPage(rows: readonly PublishedRow[]): string {
  const cells = rows.map(({ model, source, folds, metric, published, measured, exact }) => [
    model,
    source,
    folds,
    metric,
    published ?? '–',
    measured.toFixed(5),
    exact === undefined ? '' : exact ? 'yes' : 'no',
  ])
  const head = ['model', 'published by', 'folds', 'metric', 'published', 'measured', 'every digit']
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |\n`
  return [line(head), `${'|---'.repeat(head.length)}|\n`, ...cells.map(line)].join('')
}
