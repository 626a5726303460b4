export { BULK_LISTS, bulkListsOf, type BulkAsked, type BulkLists, type ListBlock } from './bulk-lists.js'
export { calendarDay, dayText, fromWallTime, instant, parseIsoTime, type Instant } from './calendar.js'
export {
  attributeOf,
  catalogAttribute,
  checkAttribute,
  factOf,
  productFact,
  type Catalog,
  type CatalogAttribute,
  type NumberAttribute,
  type TextAttribute,
} from './catalog.js'
export { catalogOf, type CatalogFields } from './catalog-of.js'
export {
  checkAllFinite,
  checkIndices,
  checkInteger,
  checkLength,
  checkList,
  checkNonNegative,
  checkNumber,
  checkOneOf,
  describeValue,
  rangeError,
  typeError,
  type Bounds,
} from './checks.js'
export { csrFromTriplets, transpose, type Csr } from './csr.js'
export { checkDenseShape, dense, type Dense, type DenseInput } from './dense.js'
export { exp2 } from './exp2.js'
export { filterInteractions, type FilteredInteractions, type InteractionFilter } from './filter-interactions.js'
export { type Fact, type Field } from './fields.js'
export { denseOf, featureColumn, rowsOf, type FeatureColumn, type FeatureTable, type Row } from './feature-table.js'
export { encodeIds, idIndex, positionOf, type EncodedIds, type Id, type IdIndex } from './id-index.js'
export { interactionsOf, type InteractionOptions, type Interactions, type InteractionValue } from './interactions.js'
export { mergeInteractions, type MergeOptions } from './merge-interactions.js'
export { readModelFile, type ModelFile } from './model-file/read-model-file.js'
export { writeModelFile, type ModelContent } from './model-file/write-model-file.js'
export { type ArrayOf, type ElementType, type ModelArray } from './model-file/format.js'
export { lineWeights, type DecayOptions } from './line-weights.js'
export { digamma, logGamma } from './log-gamma.js'
export { logarithm, logarithm1p } from './logarithm.js'
export { quantileOfSorted, quantiles } from './quantiles.js'
export { random, shuffle, type Random } from './random.js'
export {
  run,
  runAsync,
  runTask,
  type AsyncOptions,
  type Progress,
  type Steps,
  type Task,
  type TaskPool,
} from './steps.js'
export { selectLines } from './select-lines.js'
export { compensatedSum, groupSums } from './sum.js'
export { TopK, ranksBefore, topK, type Ranked } from './top-k.js'
export { checkTimeZone } from './time-zone.js'
export { transactionsFromColumns, type ColumnOptions, type TransactionColumns } from './transactions-from-columns.js'
export { transactions, type TransactionFields, type TransactionOptions, type Transactions } from './transactions.js'
export { wallTime } from './wall-time.js'
