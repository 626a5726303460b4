export {
  applyRules,
  type CleanRows,
  type CleaningOptions,
  type CleaningReport,
  type DroppedRows,
} from './apply-rules.js'
export { cleanOrders, type CleanedOrders } from './clean-orders.js'
export { cleaningRules, furtherRules, type CleaningRule, type OrderLine } from './cleaning-rules.js'
export type { ColumnRole } from './column-spellings.js'
export { csvText, type CsvSource, type CsvTextOptions } from './csv-text.js'
export { DataError } from './data-error.js'
export { fileLog, type FileLog } from './file-log.js'
export { columnRoles, findColumns, type ColumnRoles } from './find-columns.js'
export type { CellOptions } from './order-cells.js'
export type { DecimalMark } from './parse-number.js'
export { jsonText } from './json-text.js'
export { readOrders, type ReadOrders, type ReadOrdersOptions } from './read-orders.js'
export {
  columnNames,
  readCsvText,
  readTable,
  type CsvOptions,
  type ReadTableOptions,
  type TableOptions,
} from './read-table.js'
export {
  tableColumn,
  tableRow,
  type NumberColumn,
  type Table,
  type TableColumn,
  type TableRow,
  type TextColumn,
  type TimeColumn,
} from './table.js'
export { writeCsv } from './write-csv.js'
export { writeFileAtomically, type FileContents, type WriteOptions } from './write-file-atomically.js'
