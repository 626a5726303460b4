import { csvPieces, type CsvSource, type CsvTextOptions } from './csv-text.js'
import { writeFileAtomically, type WriteOptions } from './write-file-atomically.js'

/**
 * Writes a table as a CSV file, whole or not at all; the text is made piece by piece while it is written.
 * @throws the errors of {@link csvText} and {@link writeFileAtomically}
 * @example
 * await writeCsv('customers.csv', scored)
 */
export function writeCsv(path: string, source: CsvSource, options: CsvTextOptions & WriteOptions = {}): Promise<void> {
  return writeFileAtomically(path, csvPieces(source, options), options)
}
