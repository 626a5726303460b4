/** A list `role=column,…` that cannot be read; the message says where and how to write it. */
export class ColumnListError extends Error {}

/**
 * Reads `customer="Customer ID",time=InvoiceDate` as pairs of a role and the column's name.
 *
 * A name that contains a comma, an equals sign or quotes is written in double quotes, a quote inside them twice, as in CSV.
 * @throws ColumnListError for anything else
 */
export function parseColumnList(text: string): [role: string, column: string][] {
  const pairs: [string, string][] = []
  let at = 0
  do {
    const equals = text.indexOf('=', at)
    const role = (equals < 0 ? text.slice(at) : text.slice(at, equals)).trim()
    if (equals < 0 || role === '' || /[,"]/.test(role)) {
      throw new ColumnListError(`expected role=column, found ${JSON.stringify(text.slice(at))}`)
    }
    const [column, end] = text[equals + 1] === '"' ? quotedName(text, equals + 1) : bareName(text, equals + 1)
    if (column === '') throw new ColumnListError(`no column name after "${role}="`)
    pairs.push([role, column])
    at = end + 1
  } while (at <= text.length)
  return pairs
}

function bareName(text: string, start: number): [column: string, end: number] {
  const comma = text.indexOf(',', start)
  const end = comma < 0 ? text.length : comma
  const column = text.slice(start, end).trim()
  if (/["=]/.test(column)) {
    throw new ColumnListError(`a name with quotes or an equals sign is written in double quotes, found ${column}`)
  }
  return [column, end]
}

function quotedName(text: string, start: number): [column: string, end: number] {
  let column = ''
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') {
      column += text[at]
    } else if (text[at + 1] === '"') {
      column += '"'
      at++
    } else {
      if (at + 1 < text.length && text[at + 1] !== ',') {
        throw new ColumnListError(
          `expected a comma after ${text.slice(start, at + 1)}, found ${JSON.stringify(text.slice(at + 1))}`,
        )
      }
      return [column, at + 1]
    }
  }
  throw new ColumnListError(`the quote before ${JSON.stringify(text.slice(start + 1))} is never closed`)
}
