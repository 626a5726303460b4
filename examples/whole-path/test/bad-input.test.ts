import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasShared, sharedFile } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { builtCommand, run, temporaryFolder } from './command.js'

const command = await builtCommand()
const folder = temporaryFolder()

const HEADER = 'order,customer,product,name,date,quantity,price'
const GOOD = 'o1,c1,p1,Mug,2024-01-05,1,2.50'

const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const csv = (name: string, ...lines: string[]) => file(name, `${lines.join('\n')}\n`)

const good = csv('good.csv', HEADER, GOOD)

/** Runs into an error: one line on stderr, nothing on stdout, nothing written. */
async function refused(...args: string[]): Promise<{ status: number | null; message: string }> {
  const out = join(folder, 'results')
  const { status, stdout, stderr } = await run(command, [...args, '--out', out])
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^error: [^\n]+\n$/)
  expect(stderr).not.toMatch(/\n +at |node:internal/)
  expect(readdirSync(folder)).not.toContain('results')
  return { status, message: stderr.slice('error: '.length, -1) }
}

describe('data that cannot be used ends with exit code 1', () => {
  const cases: [string, string, string | RegExp][] = [
    ['an empty file', file('empty.csv', ''), 'file "empty.csv" must hold at least one byte, got 0'],
    ['a file of a header alone', csv('header.csv', HEADER), 'the file must hold rows below its header, got none'],
    [
      'a file without a customer column',
      csv('nobody.csv', 'order,product,date,quantity,price', 'o1,p1,2024-01-05,1,2.50'),
      'customer must be given by name (--columns customer=NAME), as no column is spelled like "Customer ID" among "order", "product", "date", "quantity", "price"',
    ],
    [
      'a header called __proto__ that nobody asked for',
      csv('proto.csv', 'order,__proto__,product,date,quantity,price', 'o1,c1,p1,2024-01-05,1,2.50'),
      /^customer must be given by name .* among "order", "__proto__", "product"/,
    ],
    [
      'a date that is none',
      csv('date.csv', HEADER, GOOD, 'o2,c1,p1,Mug,2024-13-45,1,2.50'),
      /^time "date" of row 2 \(line 3\) must be a date in ISO 8601 .*--date-format.*, got "2024-13-45"$/,
    ],
    [
      'dates that could be days first or months first',
      csv('months.csv', HEADER, 'o1,c1,p1,Mug,01/02/2024,1,2.50', 'o2,c1,p1,Mug,03/04/2024,1,2.50'),
      /--date-format.*"D\/M\/YYYY" or "M\/D\/YYYY", got "01\/02\/2024"$/,
    ],
    [
      'a quote that is never closed',
      csv('quote.csv', HEADER, GOOD, 'o2,c1,p1,"Mug,2024-01-05,1,2.50'),
      /^file must close the quote opened in line 3 /,
    ],
    [
      'text behind a closed quote',
      csv('behind.csv', HEADER, 'o1,c1,p1,"Mug"x,2024-01-05,1,2.50'),
      /^file must close the quote opened in line 2 /,
    ],
    [
      'a file of which cleaning leaves nothing',
      csv('dropped.csv', HEADER, 'o1,,p1,Mug,2024-01-05,1,2.50', 'o2,c1,p1,Mug,2024-01-05,-1,2.50'),
      'no row is left (2 read, missing-customer dropped 1, quantity-not-positive dropped 1); check the columns (--columns role=NAME) or turn a rule off (--without RULE)',
    ],
    [
      'a line without a product',
      csv('product.csv', HEADER, 'o1,c1,,Postage,2024-01-05,1,2.50'),
      'product "product" of row 1 (line 2) must not be empty (--with missing-product drops such rows), got ""',
    ],
    ['a file that only begins like Parquet', file('cut.parquet', 'PAR1 and no more'), /Parquet/],
  ]

  test.each(cases)('%s', async (_, path, expected) => {
    const { status, message } = await refused('--orders', path)
    if (typeof expected === 'string') expect(message).toBe(expected)
    else expect(message).toMatch(expected)
    expect(status).toBe(1)
  })

  test('a date that does not fit the format given', async () => {
    expect(await refused('--orders', good, '--date-format', 'DD.MM.YYYY')).toEqual({
      status: 1,
      message: 'time "date" of row 1 (line 2) must be a date like "DD.MM.YYYY", got "2024-01-05"',
    })
  })

  test.skipIf(!hasShared)('a Parquet file that is cut off', async () => {
    const whole = readFileSync(sharedFile('data/online-retail-ii/online_retail_II.parquet'))
    const { status, message } = await refused('--orders', file('truncated.parquet', whole.subarray(0, 3_000_000)))
    expect(message).toMatch(/^file must end with PAR1 as whole Parquet files do \(it is cut off\)/)
    expect(status).toBe(1)
  })
})

describe('a call that cannot be carried out ends with exit code 2', () => {
  const HELP = '; --help lists the options'
  const ROLES = 'customer, time, order, product, description, quantity, price, amount, category, country'

  test.each<[string, string[], string]>([
    ['a missing file', ['--orders', 'missing.csv'], '--orders must be the path of an existing file, got "missing.csv"'],
    ['a folder', ['--orders', '.'], '--orders must be a file, not a folder, got "."'],
    [
      'a customer who is not in the data',
      ['--orders', good, '--customer', 'nobody'],
      '--customer must be in the data (1 customer, the first is "c1"), got "nobody"',
    ],
    [
      'a column that the file does not have',
      ['--orders', good, '--columns', 'customer=Kunde'],
      '--columns: customer must be a column of the file ("order", "customer", "product", "name", "date", "quantity", "price"), got "Kunde"',
    ],
    [
      'a role that is none',
      ['--orders', good, '--columns', 'kunde=x'],
      `--columns must be role=column,… (no role is called "kunde"; roles: ${ROLES}), got "kunde=x"${HELP}`,
    ],
    [
      'a role given twice',
      ['--orders', good, '--columns', 'customer=a,customer=b'],
      `--columns must be role=column,… (customer is given twice), got "customer=a,customer=b"${HELP}`,
    ],
    [
      'a list of columns with an open quote',
      ['--orders', good, '--columns', 'customer="x'],
      `--columns must be role=column,… (the quote before "x" is never closed), got "customer=\\"x"${HELP}`,
    ],
    [
      'a rule that is none',
      ['--orders', good, '--without', 'cancel'],
      `--without must be one of missing-customer, quantity-not-positive, price-not-positive, cancelled, got "cancel"${HELP}`,
    ],
    ['a date format that is none', ['--orders', good, '--date-format', 'foo'], '--date-format must be made of YYYY'],
    ['columns without a file', ['--columns', 'customer=x'], '--columns is about a file: name it with --orders FILE'],
    ['a rule without a file', ['--without', 'cancelled'], '--without is about a file: name it with --orders FILE'],
    [
      'a time zone that is none',
      ['--time-zone', 'Mars/Olympus'],
      `--time-zone must be an IANA time zone such as Europe/London, got "Mars/Olympus"${HELP}`,
    ],
    ['an empty seed', ['--seed', ''], `--seed must not be empty, got ""${HELP}`],
    ['an unknown option', ['--nonsense'], `unknown option '--nonsense'${HELP}`],
    ['an argument too many', ['extra'], `too many arguments. Expected 0 arguments but got 1${HELP}`],
  ])('%s', async (_, args, expected) => {
    const { status, message } = await refused(...args)
    expect(message.slice(0, expected.length)).toBe(expected)
    expect(status).toBe(2)
  })

  test('a folder for results that is a file, or holds a folder in the place of one', async () => {
    const inFile = await run(command, ['--out', good])
    expect(inFile.stderr).toContain('is a file), got')
    expect(inFile.status).toBe(2)
    mkdirSync(join(folder, 'occupied', 'customers.csv'), { recursive: true })
    const occupied = await run(command, ['--out', join(folder, 'occupied')])
    expect(occupied.stderr).toContain('it holds a folder called customers.csv')
    expect(occupied.status).toBe(2)
    expect(readdirSync(join(folder, 'occupied'))).toEqual(['customers.csv'])
  })
})

test('a column called __proto__ is read when it is asked for', async () => {
  const path = csv('asked.csv', 'order,__proto__,product,date,quantity,price', 'o1,c1,p1,2024-01-05,1,2.50')
  const { status, stdout } = await run(command, [
    '--orders',
    path,
    '--columns',
    'customer=__proto__',
    '--customer',
    'c1',
  ])
  expect(stdout).toContain('Customer c1 of asked.csv')
  expect(status).toBe(0)
})
