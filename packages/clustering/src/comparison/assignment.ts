/**
 * Pairs rows with columns of a matrix so that the sum of the paired cells is as large as it can be: the Hungarian method,
 * with shortest augmenting paths.
 *
 * Every row has a column when there are at least as many columns as rows; otherwise every column has a row. Sums of
 * integers are exact.
 *
 * O(least side² × greatest side) time.
 * @param value finite; cell (row, column) is `value[row * columns + column]`
 * @returns row → its column, -1 for a row without one
 * @see Kuhn (1955), "The Hungarian method for the assignment problem"; Jonker and Volgenant (1987), "A shortest augmenting path
 * algorithm for dense and sparse linear assignment problems", Computing 38
 */
export function bestAssignment(value: Float64Array, rows: number, columns: number): Int32Array {
  if (rows > columns) {
    const rowOfColumn = assignRowsTo((column, row) => -value[row * columns + column]!, columns, rows)
    const columnOfRow = new Int32Array(rows).fill(-1)
    rowOfColumn.forEach((row, column) => (columnOfRow[row] = column))
    return columnOfRow
  }
  return assignRowsTo((row, column) => -value[row * columns + column]!, rows, columns)
}

/** Adds one row after the other; each takes the cheapest path of exchanges that ends at a free column. */
function assignRowsTo(cost: (row: number, column: number) => number, rows: number, columns: number): Int32Array {
  const state: State = {
    cost,
    rowPrice: new Float64Array(rows),
    columnPrice: new Float64Array(columns),
    rowOfColumn: new Int32Array(columns).fill(-1),
  }
  for (let row = 0; row < rows; row++) augment(state, row)
  const columnOfRow = new Int32Array(rows)
  state.rowOfColumn.forEach((row, column) => {
    if (row >= 0) columnOfRow[row] = column
  })
  return columnOfRow
}

/** Prices keep every cell's cost minus both its prices at 0 or above, and at 0 where row and column are paired. */
interface State {
  readonly cost: (row: number, column: number) => number
  readonly rowPrice: Float64Array
  readonly columnPrice: Float64Array
  readonly rowOfColumn: Int32Array
}

/** Dijkstra's shortest path over reduced costs from `start` to a free column; then prices move and pairs along it change. */
function augment({ cost, rowPrice, columnPrice, rowOfColumn }: State, start: number): void {
  const columns = columnPrice.length
  const distance = new Float64Array(columns).fill(Infinity)
  const rowBefore = new Int32Array(columns).fill(start)
  const reached: number[] = []
  const done = new Uint8Array(columns)
  let row = start
  let length = 0
  for (;;) {
    let nearest = -1
    for (let column = 0; column < columns; column++) {
      if (done[column] === 1) continue
      const through = length + cost(row, column) - rowPrice[row]! - columnPrice[column]!
      if (through < distance[column]!) {
        distance[column] = through
        rowBefore[column] = row
      }
      if (nearest < 0 || distance[column]! < distance[nearest]!) nearest = column
    }
    length = distance[nearest]!
    done[nearest] = 1
    reached.push(nearest)
    if (rowOfColumn[nearest]! < 0) break
    row = rowOfColumn[nearest]!
  }
  rowPrice[start]! += length
  for (const column of reached.slice(0, -1)) {
    rowPrice[rowOfColumn[column]!]! += length - distance[column]!
    columnPrice[column]! -= length - distance[column]!
  }
  exchange(rowOfColumn, rowBefore, reached.at(-1)!, start)
}

/** Walks the path back from its free column: each column goes to the row before it, which gives up its own. */
function exchange(rowOfColumn: Int32Array, rowBefore: Int32Array, free: number, start: number): void {
  for (let column = free; ;) {
    const row = rowBefore[column]!
    const given = rowOfColumn.indexOf(row)
    rowOfColumn[column] = row
    if (row === start) return
    column = given
  }
}
