import type { Table, TableColumn } from '../table.js'
import { chooseColumns } from '../choose-columns.js'
import type { OpenFile } from '../open-file.js'
import type { Pace } from '../pace.js'
import { readLayout } from './footer.js'
import { readColumn } from './read-column.js'

/**
 * Reads columns of a Parquet file, one after another.
 * @throws RangeError when a column asked for is not there; DataError when the file is damaged
 */
export async function readParquet(file: OpenFile, asked: readonly string[] | undefined, pace: Pace): Promise<Table> {
  const { handle, name, size } = file
  const layout = await readLayout(file)
  const chosen = chooseColumns(
    layout.columns.map((column) => column.name),
    asked,
  )
  const total = chosen.length * layout.rowCount
  const columns: TableColumn[] = []
  for (const [done, { position }] of chosen.entries()) {
    const afterPage = (rows: number) => pace({ stage: 'reading', done: done * layout.rowCount + rows, total })
    columns.push(await readColumn({ handle, size, layout }, layout.columns[position]!, afterPage))
  }
  return { name, rowCount: layout.rowCount, columns }
}
